package dev.latchkey.ui.internal.documents;

import dev.latchkey.ui.internal.forms.Model;

/** Where a document is to be written, as it was typed. */
final class DocumentTarget extends Model {

	private String path;

	DocumentTarget(String path) {
		this.path = path;
	}

	String path() {
		return path;
	}

	void setPath(String path) {
		this.path = path;
		changed();
	}
}
