package dev.latchkey.ui.internal.view;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;

/** The choice by what the list is divided. */
final class GroupMenu {

	private GroupMenu() {
	}

	static IMenuManager of(OrganizationsTable table) {
		MenuManager menu = new MenuManager(Messages.GroupMenu_title, "dev.latchkey.ui.organizations.group"); //$NON-NLS-1$
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(manager -> {
			for (Grouping grouping : Grouping.values()) {
				manager.add(action(table, grouping));
			}
		});
		return menu;
	}

	private static IAction action(OrganizationsTable table, Grouping grouping) {
		Action action = new Action(grouping.title(), IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked()) {
					table.group(grouping);
				}
			}
		};
		action.setChecked(table.rows().grouping() == grouping);
		return action;
	}
}
