package dev.latchkey.registration.graph.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.latchkey.registration.HandOver;

/**
 * What is handed over, made whole before anything of it is written.
 *
 * @param files      contents by their paths, with slashes
 * @param executable which of them are programs
 */
record Packet(Map<String, byte[]> files, Set<String> executable) {

	private static final String SHELL = "commands/azure-cli.sh"; //$NON-NLS-1$
	private static final int PEM_WIDTH = 64;

	static Packet of(HandOver content) throws IOException {
		Remaining remaining = Remaining.of(content);
		Commands commands = new Commands(content, remaining);
		PersonPage page = new PersonPage(content, remaining);
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("README.html", utf8(page.html())); //$NON-NLS-1$
		files.put("README.txt", utf8(page.text())); //$NON-NLS-1$
		files.put("certificate.cer", commands.encoded()); //$NON-NLS-1$
		files.put("certificate.pem", utf8(pem(commands.encoded()))); //$NON-NLS-1$
		content.plan().ifPresent(plan -> {
			files.put("plan.json", utf8(PlanJson.text(plan))); //$NON-NLS-1$
			files.put("plan.txt", utf8(new PlanText(plan).toString())); //$NON-NLS-1$
		});
		if (!remaining.items().isEmpty()) {
			files.put(SHELL, utf8(new AzureCliScript(commands).text()));
			files.put("commands/powershell.ps1", utf8(new PowerShellScript(commands).text())); //$NON-NLS-1$
			files.put("commands/requests.http", utf8(new HttpRequests(commands).text())); //$NON-NLS-1$
		}
		return new Packet(files, Set.of(SHELL));
	}

	private static String pem(byte[] certificate) {
		return "-----BEGIN CERTIFICATE-----\n" //$NON-NLS-1$
				+ Base64.getMimeEncoder(PEM_WIDTH, new byte[] { '\n' }).encodeToString(certificate)
				+ "\n-----END CERTIFICATE-----\n"; //$NON-NLS-1$
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
