package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertReason;

import java.nio.file.Files;
import java.nio.file.Path;

import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileRequest;

class AbsurdCountsTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void areDamageWhateverTheUserInsistsOn(int iterations, @TempDir Path folder) throws Exception {
		Tools tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		Pfx pfx = Pfx.getInstance(Files.readAllBytes(tools.pfx("whole.pfx", "rsa", "secret")));
		MacData mac = new MacData(pfx.getMacData().getMac(), pfx.getMacData().getSalt(), iterations);
		Path file = Files.write(tools.file("absurd.pfx"), new Pfx(pfx.getAuthSafe(), mac).getEncoded());
		assertReason(Reason.CORRUPT, KeyFileRequest.of(file, "secret".toCharArray()).insisting());
	}
}
