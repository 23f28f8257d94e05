package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.assertReason;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileRequest;

/** The right password is never called a wrong one, whatever its characters, and whatever a program makes of them. */
class PasswordsTest {

	static final List<String> NASTY = List.of( //
			"  around and  between  ", // spaces
			"x\ty\"z'\\$`!%^&*(){}[]<>|;#~", // what shells and property files make something else of
			"\u0001\u001b\u007f", // controls
			"caf\u00e9", "cafe\u0301", // composed and decomposed
			"\u212b\u2126\ufb01\uff21", // have a composed form, a compatible one, or a narrow one
			"a\u00a0b\u3000c", // spaces that are none
			"€ßıİ\u00ff", "漢字かな", "สวัสดี", "각\u1100\u1161\u11a8", // in letters and in parts
			"שלום עולם", "أهلاً", "\u200fabc", // from right to left
			"🔑👩‍💻", "\ufeffa", "\u0378\ue000", // beyond the first 65536, the byte order mark, what nobody has assigned
			"0123456789".repeat(15), "pässwörd€漢🔑".repeat(11));

	@TempDir
	static Path folder;
	private static Tools tools;

	@BeforeAll
	static void makeKey() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
	}

	@ParameterizedTest
	@FieldSource("NASTY")
	void opensWhatOpenSslWrites(String password) throws Exception {
		assertOpens(PfxProgram.OPENSSL.pfx(tools, "rsa", password), password);
		assertOpens(PfxProgram.OPENSSL.legacyPfx(tools, "rsa", password), password);
		assertOpens(PfxProgram.OPENSSL.pfx(tools, "rsa", password, "-nomac"), password);
	}

	@ParameterizedTest
	@FieldSource("NASTY")
	void opensWhatNssWrites(String password) throws Exception {
		assertOpens(PfxProgram.NSS.pfx(tools, "rsa", password, "-C", "none"), password);
	}

	@ParameterizedTest
	@FieldSource("NASTY")
	void opensWhatGnuTlsWrites(String password) throws Exception {
		assumeTrue(password.codePoints().allMatch(PasswordsTest::isTakenByGnuTls), "GnuTLS refuses this password");
		assertOpens(PfxProgram.GNUTLS.pfx(tools, "rsa", password), password);
	}

	private static boolean isTakenByGnuTls(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
			default -> true;
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "123456", "  around  and ", "~`!@#$%^&*()_-+={}[]|\\:;\"'<>,.?/" })
	void opensWhatKeytoolWrites(String password) throws Exception {
		assertOpens(PfxProgram.KEYTOOL.pfx(tools, "rsa", password), password);
	}

	/** What a terminal in another encoding than UTF-8 hands to OpenSSL. */
	@ParameterizedTest
	@CsvSource({ "ISO-8859-1,pässwört", "windows-1252,pässwört für 5 €", "IBM850,pässwört" })
	void opensPasswordsInOtherEncodings(Charset charset, String password) throws Exception {
		assertOpens(tools.pfx("pbes2.pfx", "rsa", password, charset), password);
		assertOpens(tools.pfx("legacy.pfx", "rsa", password, charset, "-legacy"), password);
	}

	@ParameterizedTest
	@CsvSource({ "pässword,password", "password,pässword", "secret,Secret", "secret,'secret '", "secret,''",
			"caf\u00e9,cafe", "漢字,??" })
	void tellsAWrongPasswordFromTheRightOne(String right, String wrong) throws Exception {
		for (Path file : List.of(PfxProgram.OPENSSL.pfx(tools, "rsa", right),
				PfxProgram.OPENSSL.legacyPfx(tools, "rsa", right), PfxProgram.OPENSSL.pfx(tools, "rsa", right, "-nomac"))) {
			assertReason(Reason.WRONG_PASSWORD, file, wrong);
			assertReason(Reason.PASSWORD_REQUIRED, file, null);
		}
	}

	@Test
	void leavesThePasswordToItsOwner() throws Exception {
		char[] password = "secret".toCharArray();
		assertOpens(KeyFileRequest.of(PfxProgram.OPENSSL.pfx(tools, "rsa", "secret"), password));
		assertArrayEquals("secret".toCharArray(), password);
	}
}
