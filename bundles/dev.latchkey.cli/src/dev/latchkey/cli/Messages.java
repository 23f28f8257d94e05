package dev.latchkey.cli;

import java.text.MessageFormat;

import org.eclipse.osgi.util.NLS;

/** Texts that people read. */
final class Messages extends NLS {

	public static String cancelled;
	public static String chainOne;
	public static String chainSome;
	public static String confirmPassword;
	public static String exported;
	public static String fileHas;
	public static String fieldChain;
	public static String fieldIssuer;
	public static String fieldKey;
	public static String fieldName;
	public static String fieldSha1;
	public static String fieldSha256;
	public static String fieldStore;
	public static String fieldSubject;
	public static String fieldValid;
	public static String hintForce;
	public static String hintInsist;
	public static String hintPassword;
	public static String hintThumbprint;
	public static String keyAbsent;
	public static String keyBits;
	public static String keyPresent;
	public static String kept;
	public static String moreHelp;
	public static String newPassword;
	public static String noCertificates;
	public static String noStore;
	public static String noSuchCertificate;
	public static String noSuchKey;
	public static String noSuchProvider;
	public static String oldWindows;
	public static String passwordFileOfOthers;
	public static String passwordFileUnreadable;
	public static String passwordNotText;
	public static String passwordOf;
	public static String passwordRequired;
	public static String passwordsDiffer;
	public static String pin;
	public static String pinFew;
	public static String pinLast;
	public static String pinWrong;
	public static String serviceMissing;
	public static String tableName;
	public static String tableStore;
	public static String tableUntil;
	public static String unexpected;
	public static String usageCommand;
	public static String usageKeyFileName;
	public static String usageMissing;
	public static String usageName;
	public static String usageNeedsKey;
	public static String usageNeedsOut;
	public static String usageNoPasswords;
	public static String usageOnePassword;
	public static String usageOnce;
	public static String usageOther;
	public static String usageThumbprint;
	public static String usageUnknown;
	public static String usageValidity;
	public static String usageValue;
	public static String usageKeySize;
	public static String valid;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}

	static String format(String pattern, Object... arguments) {
		return MessageFormat.format(pattern, arguments);
	}
}
