package dev.latchkey.ui.internal.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.ui.internal.forms.Notice;

/** What somebody who has the rights needs to do the rest. */
final class HandOverDocument implements Document {

	private static final String ZIP = ".zip"; //$NON-NLS-1$

	private final PlanDocuments documents;
	private final HandOver content;

	HandOverDocument(PlanDocuments documents, HandOver content) {
		this.documents = documents;
		this.content = content;
	}

	@Override
	public String title() {
		return Messages.HandOverDocument_title;
	}

	@Override
	public String description() {
		return Messages.HandOverDocument_description;
	}

	@Override
	public String note() {
		return Messages.HandOverDocument_note;
	}

	@Override
	public List<String> endings() {
		return List.of(ZIP);
	}

	@Override
	public boolean folders() {
		return true;
	}

	@Override
	public String name() {
		return NLS.bind(Messages.HandOverDocument_name, content.plan().map(RegistrationPlan::applicationName)
				.orElse(content.request().tenant().domain()));
	}

	@Override
	public Optional<Notice> check(Path target) {
		boolean file = target.toString().toLowerCase(Locale.ROOT).endsWith(ZIP);
		return file || isFree(target) ? Optional.empty() : Notice.error(Messages.HandOverDocument_notEmpty);
	}

	private static boolean isFree(Path folder) {
		if (!Files.exists(folder)) {
			return true;
		}
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.findAny().isEmpty();
		} catch (IOException e) {
			return false;
		}
	}

	@Override
	public void write(Path target) throws RegistrationException {
		documents.handOver(content, target);
	}
}
