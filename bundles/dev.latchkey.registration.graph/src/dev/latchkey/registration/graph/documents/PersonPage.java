package dev.latchkey.registration.graph.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.RoleName;

/** What somebody with the rights reads: what is asked for, who can do it, and the two ways of doing it. */
final class PersonPage {

	/**
	 * A part of the page.
	 *
	 * @param lines    one after the other
	 * @param numbered whether they are steps, to be done in that order
	 */
	record Section(String heading, List<String> lines, boolean numbered) {
	}

	private final HandOver content;
	private final Remaining remaining;

	PersonPage(HandOver content, Remaining remaining) {
		this.content = content;
		this.remaining = remaining;
	}

	String title() {
		return NLS.bind(Messages.Page_title, content.request().tenant().domain());
	}

	private String application() {
		return content.plan().map(RegistrationPlan::applicationName).orElse(content.request().applicationId());
	}

	List<Section> sections() {
		List<Section> sections = new ArrayList<>();
		sections.add(new Section(Messages.Page_about, about(), false));
		sections.add(new Section(Messages.Page_left, left(), false));
		if (!remaining.impossible().isEmpty()) {
			sections.add(new Section(Messages.Page_impossible, remaining.impossible().stream()
					.map(item -> item.obstacle().map(each -> item.title() + ": " + each.sentence()).orElse(item.title())).toList(), //$NON-NLS-1$
					false));
		}
		if (!remaining.items().isEmpty()) {
			sections.add(new Section(Messages.Page_byCommand, List.of(Messages.Page_commandAzure, Messages.Page_commandPowerShell,
					Messages.Page_commandRequests, Messages.Page_commandSafe), false));
			sections.add(new Section(Messages.Page_byHand, byHand(), true));
		}
		sections.add(new Section(Messages.Page_afterwards, List.of(Messages.Page_verify, Messages.Page_noSecret), false));
		return sections;
	}

	private List<String> about() {
		List<String> about = new ArrayList<>();
		about.add(Messages.Page_what);
		about.addAll(PlanText.facts(content.request(), application()));
		return about;
	}

	private List<String> left() {
		if (remaining.items().isEmpty()) {
			return List.of(Messages.Page_nothing);
		}
		List<String> left = new ArrayList<>();
		if (content.plan().isEmpty()) {
			left.add(Messages.Page_unseen);
		}
		for (String role : remaining.roles()) {
			left.add(NLS.bind(Messages.Page_role, RoleName.local(role)));
			remaining.items().stream().filter(item -> item.standing().role().equals(role)).map(PersonPage::line).forEach(left::add);
		}
		return left;
	}

	private static String line(PlanItem item) {
		return "\u2022 " + (item.reason().isEmpty() ? item.title() : item.title() + " \u2013 " + item.reason()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private List<String> byHand() {
		List<String> steps = new ArrayList<>();
		steps.add(NLS.bind(Messages.Hand_open, content.request().tenant().cloud().portal(), local(remaining.roles())));
		steps.add(NLS.bind(Messages.Hand_application, application(), content.request().applicationId()));
		if (!remaining.of(AddCertificate.class).isEmpty()) {
			steps.add(Messages.Hand_certificate);
		}
		List<PermissionNeed> needs = remaining.of(GrantPermission.class).stream().map(GrantPermission::need).toList();
		for (Resource resource : Remaining.resources(needs)) {
			steps.add(NLS.bind(Messages.Hand_permissions, resource.name(), values(needs, resource)));
		}
		if (!needs.isEmpty()) {
			steps.add(NLS.bind(Messages.Hand_grant, roles(remaining.of(GrantPermission.class))));
		}
		for (AssignDirectoryRole role : remaining.of(AssignDirectoryRole.class)) {
			steps.add(NLS.bind(Messages.Hand_role, new Object[] { RoleName.local(role.need().name()), application(),
					RoleName.local(role.standing().role()) }));
		}
		return steps;
	}

	private static String values(List<PermissionNeed> needs, Resource resource) {
		return needs.stream().filter(need -> need.resource().equals(resource)).map(PermissionNeed::value)
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	private static String roles(Collection<? extends PlanItem> items) {
		return local(items.stream().map(item -> item.standing().role()).distinct().toList());
	}

	private static String local(Collection<String> roles) {
		return roles.stream().map(RoleName::local).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	String text() {
		WrappedText text = new WrappedText();
		text.heading(title());
		for (Section section : sections()) {
			text.heading(section.heading());
			int number = 1;
			for (String line : section.lines()) {
				if (section.numbered()) {
					text.marked(1, number++ + ".", line); //$NON-NLS-1$
				} else {
					text.line(1, line);
				}
			}
		}
		return text.toString();
	}

	/** One file without script, without anything from elsewhere. */
	String html() {
		StringBuilder html = new StringBuilder();
		html.append("<!DOCTYPE html>\n<html lang=\"").append(Messages.Page_language) //$NON-NLS-1$
				.append("\">\n<head>\n<meta charset=\"utf-8\">\n") //$NON-NLS-1$
				.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n") //$NON-NLS-1$
				.append("<style>body{font-family:sans-serif;max-width:50em;margin:2em auto;padding:0 1em;line-height:1.4}</style>\n") //$NON-NLS-1$
				.append("<title>").append(Quoted.html(title())).append("</title>\n</head>\n<body>\n<h1>") //$NON-NLS-1$ //$NON-NLS-2$
				.append(Quoted.html(title())).append("</h1>\n"); //$NON-NLS-1$
		for (Section section : sections()) {
			html.append("<h2>").append(Quoted.html(section.heading())).append("</h2>\n").append(html(section)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return html.append("</body>\n</html>\n").toString(); //$NON-NLS-1$
	}

	private static String html(Section section) {
		String element = section.numbered() ? "li" : "p"; //$NON-NLS-1$ //$NON-NLS-2$
		String lines = section.lines().stream().map(line -> '<' + element + '>' + Quoted.html(line) + "</" + element + ">\n") //$NON-NLS-1$ //$NON-NLS-2$
				.collect(Collectors.joining());
		return section.numbered() ? "<ol>\n" + lines + "</ol>\n" : lines; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
