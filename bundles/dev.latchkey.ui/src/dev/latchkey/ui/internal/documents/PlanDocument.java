package dev.latchkey.ui.internal.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.ui.internal.forms.Notice;

/** The plan, as text for people or as JSON for programs. */
final class PlanDocument implements Document {

	private static final String TEXT = ".txt"; //$NON-NLS-1$
	private static final String JSON = ".json"; //$NON-NLS-1$

	private final PlanDocuments documents;
	private final RegistrationPlan plan;

	PlanDocument(PlanDocuments documents, RegistrationPlan plan) {
		this.documents = documents;
		this.plan = plan;
	}

	@Override
	public String title() {
		return Messages.PlanDocument_title;
	}

	@Override
	public String description() {
		return Messages.PlanDocument_description;
	}

	@Override
	public String note() {
		return Messages.PlanDocument_note;
	}

	@Override
	public List<String> endings() {
		return List.of(TEXT, JSON);
	}

	@Override
	public boolean folders() {
		return false;
	}

	@Override
	public String name() {
		return NLS.bind(Messages.PlanDocument_name, plan.applicationName());
	}

	@Override
	public Optional<Notice> check(Path target) {
		return isText(target) || isJson(target) ? Optional.empty() : Notice.error(Messages.PlanDocument_ending);
	}

	@Override
	public void write(Path target) throws RegistrationException {
		String content = isJson(target) ? documents.json(plan) : documents.text(plan);
		try {
			Files.writeString(target, content);
		} catch (IOException e) {
			throw new RegistrationException(Failure.of(Reason.FILE_UNWRITABLE, target.toString()), e);
		}
	}

	private static boolean isText(Path target) {
		return target.toString().toLowerCase(Locale.ROOT).endsWith(TEXT);
	}

	private static boolean isJson(Path target) {
		return target.toString().toLowerCase(Locale.ROOT).endsWith(JSON);
	}
}
