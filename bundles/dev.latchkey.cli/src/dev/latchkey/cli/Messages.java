package dev.latchkey.cli;

import java.text.MessageFormat;

import org.eclipse.osgi.util.NLS;

/** Texts that people read. */
final class Messages extends NLS {

	public static String askConnect;
	public static String askRemove;
	public static String askRemoveAll;
	public static String askReplace;
	public static String askUndo;
	public static String cancelled;
	public static String certificateMissing;
	public static String chainOne;
	public static String chainSome;
	public static String confirmationRequired;
	public static String confirmPassword;
	public static String connected;
	public static String declined;
	public static String emptyCalendar;
	public static String exported;
	public static String exportedCalendar;
	public static String exportedConnections;
	public static String fieldChain;
	public static String fieldIssuer;
	public static String fieldKey;
	public static String fieldName;
	public static String fieldSha1;
	public static String fieldSha256;
	public static String fieldSubject;
	public static String fieldValid;
	public static String fileHas;
	public static String fleetAttention;
	public static String handOverNext;
	public static String hintForce;
	public static String hintInsist;
	public static String hintPassword;
	public static String hintThumbprint;
	public static String howToUndo;
	public static String imported;
	public static String interrupted;
	public static String kept;
	public static String keyAbsent;
	public static String keyBits;
	public static String keyPresent;
	public static String moreHelp;
	public static String newPassword;
	public static String noCertificates;
	public static String noConnections;
	public static String noStore;
	public static String noSuchCertificate;
	public static String noSuchCloud;
	public static String noSuchConnection;
	public static String noSuchInterrupted;
	public static String noSuchKey;
	public static String noSuchProfile;
	public static String noSuchProvider;
	public static String noSuchRun;
	public static String notAllRenewed;
	public static String notComplete;
	public static String nothingToRenew;
	public static String nothingToUndo;
	public static String notProven;
	public static String oldWindows;
	public static String otherStore;
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
	public static String removed;
	public static String removedWithTenant;
	public static String removeNotComplete;
	public static String renamed;
	public static String retiredRemoved;
	public static String run;
	public static String savedUnverified;
	public static String serviceMissing;
	public static String severalConnections;
	public static String signInBrowser;
	public static String signInCode;
	public static String stays;
	public static String support;
	public static String tableCertificate;
	public static String tableDomain;
	public static String tableId;
	public static String tableName;
	public static String tableState;
	public static String tableStore;
	public static String tableUntil;
	public static String teamsNotOffered;
	public static String timeLimit;
	public static String undone;
	public static String undoNotComplete;
	public static String unexpected;
	public static String usageApplication;
	public static String usageCertificate;
	public static String usageCommand;
	public static String usageConnectionAlone;
	public static String usageConnectionOrAll;
	public static String usageForceZip;
	public static String usageGrace;
	public static String usageKeyFileName;
	public static String usageKeySize;
	public static String usageMissing;
	public static String usageName;
	public static String usageNeedsAll;
	public static String usageNeedsKey;
	public static String usageNeedsOut;
	public static String usageNeedsPfx;
	public static String usageNeedsWithTenant;
	public static String usageNewName;
	public static String usageNoGrant;
	public static String usageNoPasswords;
	public static String usageOnce;
	public static String usageOneCertificate;
	public static String usageOnePassword;
	public static String usageOneSignIn;
	public static String usageOther;
	public static String usageRenewCertificate;
	public static String usageTeams;
	public static String usageThumbprint;
	public static String usageUnknown;
	public static String usageValidity;
	public static String usageValue;
	public static String valid;
	public static String waiting;
	public static String whoCan;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}

	static String format(String pattern, Object... arguments) {
		return MessageFormat.format(pattern, arguments);
	}
}
