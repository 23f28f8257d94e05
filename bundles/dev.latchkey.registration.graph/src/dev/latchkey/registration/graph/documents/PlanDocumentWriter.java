package dev.latchkey.registration.graph.documents;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;

/** Writes plans and packets from what it is given; asks nobody and needs no network. */
@Component
public final class PlanDocumentWriter implements PlanDocuments {

	@Override
	public String text(RegistrationPlan plan) {
		return new PlanText(plan).toString();
	}

	@Override
	public String json(RegistrationPlan plan) {
		return PlanJson.text(plan);
	}

	@Override
	public void handOver(HandOver content, Path target) throws RegistrationException {
		try {
			new PacketFile(target).write(Packet.of(content));
		} catch (IOException e) {
			throw new RegistrationException(Failure.of(Reason.FILE_UNWRITABLE, target.toString()), e);
		}
	}
}
