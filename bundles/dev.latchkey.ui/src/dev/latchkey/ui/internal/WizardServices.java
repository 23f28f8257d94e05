package dev.latchkey.ui.internal;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationService;

/** The services that the wizards work with. */
public record WizardServices(CertificateService certificates, SelfSignedIssuer issuer, KeyFileReader keyFiles,
		KeyFileWriter keyFileWriter, RegistrationService registration, CloudCatalog clouds, ProfileCatalog profiles,
		Journal journal, PlanDocuments documents, ConnectionService connections,
		ConnectionVerifier verifier) {
}
