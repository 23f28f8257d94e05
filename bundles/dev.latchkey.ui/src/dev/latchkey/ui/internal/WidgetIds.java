package dev.latchkey.ui.internal;

/**
 * Identifies controls for whoever drives the wizard from outside: {@code widget.getData(WidgetIds.KEY)}. The values are
 * stable; texts are not.
 */
public final class WidgetIds {

	public static final String KEY = "dev.latchkey.id"; //$NON-NLS-1$

	public static final String EXCHANGE = "organization.exchange"; //$NON-NLS-1$
	public static final String SHAREPOINT = "organization.sharepoint"; //$NON-NLS-1$
	public static final String TEAMS = "organization.teams"; //$NON-NLS-1$
	public static final String REGION = "organization.region"; //$NON-NLS-1$

	public static final String ACCOUNT = "application.account"; //$NON-NLS-1$
	public static final String ORGANIZATION_NAME = "application.organization"; //$NON-NLS-1$
	public static final String APPLICATION_ID = "application.id"; //$NON-NLS-1$
	public static final String CERTIFICATE = "application.certificate"; //$NON-NLS-1$
	public static final String INSTALL = "application.install"; //$NON-NLS-1$
	public static final String EXPORT = "application.export"; //$NON-NLS-1$
	public static final String GRANT = "application.grant"; //$NON-NLS-1$

	public static final String PROFILE = "organization.profile"; //$NON-NLS-1$
	public static final String REGION_CHANGE = "organization.region.change"; //$NON-NLS-1$

	public static final String WAY_CODE = "signin.way.code"; //$NON-NLS-1$
	public static final String WAY_BROWSER = "signin.way.browser"; //$NON-NLS-1$
	public static final String CODE = "signin.code"; //$NON-NLS-1$
	public static final String COPY_CODE = "signin.copy"; //$NON-NLS-1$
	public static final String ADDRESS = "signin.address"; //$NON-NLS-1$
	public static final String OPEN_PAGE = "signin.open"; //$NON-NLS-1$
	public static final String TIME_LEFT = "signin.timeleft"; //$NON-NLS-1$
	public static final String SIGN_IN_STATE = "signin.state"; //$NON-NLS-1$
	public static final String NEW_CODE = "signin.new"; //$NON-NLS-1$
	public static final String BROWSER_HOST = "signin.browser.host"; //$NON-NLS-1$
	public static final String OPEN_BROWSER = "signin.browser.open"; //$NON-NLS-1$
	public static final String COPY_ADDRESS = "signin.browser.copy"; //$NON-NLS-1$
	public static final String BROWSER_TIME_LEFT = "signin.browser.timeleft"; //$NON-NLS-1$
	public static final String OTHER_WAY = "signin.other"; //$NON-NLS-1$
	public static final String STOP_WAITING = "signin.stop"; //$NON-NLS-1$
	public static final String SCOPES = "signin.scopes"; //$NON-NLS-1$

	public static final String REVIEW_SUMMARY = "review.summary"; //$NON-NLS-1$
	public static final String REVIEW_ITEMS = "review.items"; //$NON-NLS-1$
	public static final String REVIEW_DETAILS = "review.details"; //$NON-NLS-1$
	public static final String REVIEW_RELOAD = "review.reload"; //$NON-NLS-1$
	public static final String REVIEW_FACTS = "review.facts"; //$NON-NLS-1$
	public static final String REVIEW_EXPIRED = "review.expired"; //$NON-NLS-1$
	public static final String REVIEW_REQUESTS = "review.requests"; //$NON-NLS-1$
	public static final String REVIEW_COPY = "review.copy"; //$NON-NLS-1$
	public static final String REVIEW_SAVE = "review.save"; //$NON-NLS-1$
	public static final String REVIEW_HAND_OVER = "review.handover"; //$NON-NLS-1$

	public static final String CONNECT_ACTIONS = "connect.actions"; //$NON-NLS-1$
	public static final String CONNECT_DETAILS = "connect.details"; //$NON-NLS-1$
	public static final String CONNECT_STATE = "connect.state"; //$NON-NLS-1$
	public static final String CONNECT_RETRY = "connect.retry"; //$NON-NLS-1$
	public static final String CONNECT_OTHER = "connect.other"; //$NON-NLS-1$
	public static final String CONNECT_HAND_OVER = "connect.handover"; //$NON-NLS-1$
	public static final String CONNECT_UNDO = "connect.undo"; //$NON-NLS-1$
	public static final String SAVE_UNVERIFIED = "connect.unverified"; //$NON-NLS-1$

	public static final String UNDO_ACTIONS = "undo.actions"; //$NON-NLS-1$
	public static final String UNDO_DETAILS = "undo.details"; //$NON-NLS-1$
	public static final String UNDO_STATE = "undo.state"; //$NON-NLS-1$
	public static final String UNDO_RETRY = "undo.retry"; //$NON-NLS-1$
	public static final String UNDO_OTHER = "undo.other"; //$NON-NLS-1$

	public static final String INTERRUPTED_RUNS = "interrupted.runs"; //$NON-NLS-1$
	public static final String INTERRUPTED_DETAILS = "interrupted.details"; //$NON-NLS-1$
	public static final String INTERRUPTED_RESUME = "interrupted.resume"; //$NON-NLS-1$
	public static final String INTERRUPTED_UNDO = "interrupted.undo"; //$NON-NLS-1$
	public static final String INTERRUPTED_LEAVE = "interrupted.leave"; //$NON-NLS-1$
	public static final String INTERRUPTED_LATER = "interrupted.later"; //$NON-NLS-1$

	public static final String DOCUMENT_PATH = "document.path"; //$NON-NLS-1$
	public static final String DOCUMENT_BROWSE = "document.browse"; //$NON-NLS-1$
	public static final String DOCUMENT_BROWSE_FOLDER = "document.browse.folder"; //$NON-NLS-1$

	public static final String TYPE_GENERATE = "certificate.type.generate"; //$NON-NLS-1$
	public static final String TYPE_STORE = "certificate.type.store"; //$NON-NLS-1$
	public static final String TYPE_FILE = "certificate.type.file"; //$NON-NLS-1$
	public static final String GENERATE_NAME = "certificate.generate.name"; //$NON-NLS-1$
	public static final String GENERATE_ADVANCED = "certificate.generate.advanced"; //$NON-NLS-1$
	public static final String GENERATE_KEY_SIZE = "certificate.generate.keysize"; //$NON-NLS-1$
	public static final String GENERATE_VALIDITY = "certificate.generate.validity"; //$NON-NLS-1$
	public static final String STORE_SEARCH = "certificate.store.search"; //$NON-NLS-1$
	public static final String STORE_TABLE = "certificate.store.table"; //$NON-NLS-1$
	public static final String STORE_DETAILS = "certificate.store.details"; //$NON-NLS-1$
	public static final String STORE_ASKING = "certificate.store.asking"; //$NON-NLS-1$
	public static final String STORE_PROBLEM = "certificate.store.problem"; //$NON-NLS-1$
	public static final String STORE_REFRESH = "certificate.store.refresh"; //$NON-NLS-1$
	public static final String STORE_EXPORT = "certificate.store.export"; //$NON-NLS-1$
	public static final String FILE_PATH = "certificate.file.path"; //$NON-NLS-1$
	public static final String FILE_BROWSE = "certificate.file.browse"; //$NON-NLS-1$
	public static final String FILE_SECOND = "certificate.file.second"; //$NON-NLS-1$
	public static final String FILE_SECOND_BROWSE = "certificate.file.second.browse"; //$NON-NLS-1$
	public static final String FILE_INSIST = "certificate.file.insist"; //$NON-NLS-1$
	public static final String FILE_STOP = "certificate.file.stop"; //$NON-NLS-1$
	public static final String FILE_PASSWORD = "certificate.file.password"; //$NON-NLS-1$
	public static final String FILE_KEYS = "certificate.file.keys"; //$NON-NLS-1$
	public static final String FILE_CONTENT = "certificate.file.content"; //$NON-NLS-1$
	public static final String FILE_COPY = "certificate.file.copy"; //$NON-NLS-1$
	public static final String FILE_LINK = "certificate.file.link"; //$NON-NLS-1$

	public static final String EXPORT_DER = "export.der"; //$NON-NLS-1$
	public static final String EXPORT_PEM = "export.pem"; //$NON-NLS-1$
	public static final String EXPORT_KEY = "export.key"; //$NON-NLS-1$
	public static final String EXPORT_REASON = "export.reason"; //$NON-NLS-1$
	public static final String EXPORT_PATH = "export.path"; //$NON-NLS-1$
	public static final String EXPORT_BROWSE = "export.browse"; //$NON-NLS-1$
	public static final String EXPORT_GENERATED = "export.generated"; //$NON-NLS-1$
	public static final String EXPORT_PHRASE = "export.phrase"; //$NON-NLS-1$
	public static final String EXPORT_COPY = "export.copy"; //$NON-NLS-1$
	public static final String EXPORT_OWN = "export.own"; //$NON-NLS-1$
	public static final String EXPORT_PASSWORD = "export.password"; //$NON-NLS-1$
	public static final String EXPORT_REPEAT = "export.repeat"; //$NON-NLS-1$
	public static final String EXPORT_OLD = "export.old"; //$NON-NLS-1$
	public static final String EXPORTED_PATH = "export.done.path"; //$NON-NLS-1$
	public static final String EXPORTED_PHRASE = "export.done.phrase"; //$NON-NLS-1$
	public static final String EXPORTED_COPY = "export.done.copy"; //$NON-NLS-1$

	public static final String PIN = "pin.pin"; //$NON-NLS-1$
	public static final String PIN_TOKEN = "pin.token"; //$NON-NLS-1$
	public static final String PIN_STATE = "pin.state"; //$NON-NLS-1$
	public static final String PIN_OK = "pin.ok"; //$NON-NLS-1$
	public static final String PIN_CANCEL = "pin.cancel"; //$NON-NLS-1$

	public static final String ORGANIZATIONS = "organizations.table"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_PROBLEMS = "organizations.problems"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_OUTCOME = "organizations.outcome"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_OUTCOME_DETAILS = "organizations.outcome.details"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_OUTCOME_HIDE = "organizations.outcome.hide"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_REASONS = "organizations.reasons"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_FILTER = "organizations.filter"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_SUMMARY = "organizations.summary"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_ATTENTION = "organizations.attention"; //$NON-NLS-1$
	public static final String ORGANIZATIONS_EMPTY = "organizations.empty"; //$NON-NLS-1$
	/** Begins the ids of the values that the property pages show. */
	public static final String PROPERTIES = "properties."; //$NON-NLS-1$
	public static final String PROPERTIES_STATE = "properties.state"; //$NON-NLS-1$
	public static final String PROPERTIES_DETAILS = "properties.details"; //$NON-NLS-1$
	public static final String PROPERTIES_COPY = "properties.copy"; //$NON-NLS-1$
	public static final String PROPERTIES_FINDINGS = "properties.findings"; //$NON-NLS-1$
	public static final String PROPERTIES_RETIRED = "properties.retired"; //$NON-NLS-1$
	public static final String PROPERTIES_PERMISSIONS = "properties.permissions"; //$NON-NLS-1$
	public static final String PROPERTIES_HISTORY = "properties.history"; //$NON-NLS-1$

	public static final String ORGANIZATIONS_INTERRUPTED = "organizations.interrupted"; //$NON-NLS-1$

	public static final String SIGN_IN_CLIENT = "preferences.signinclient"; //$NON-NLS-1$
	public static final String MAX_LIFETIME = "preferences.maxlifetime"; //$NON-NLS-1$
	public static final String CLOUD_FILES = "preferences.cloudfiles"; //$NON-NLS-1$
	public static final String PROFILE_FILES = "preferences.profilefiles"; //$NON-NLS-1$
	public static final String TRUSTED_FILES = "preferences.trustedfiles"; //$NON-NLS-1$
	public static final String FILE_PROBLEMS = "preferences.problems"; //$NON-NLS-1$
	public static final String SIGN_IN_METHOD = "preferences.signinmethod"; //$NON-NLS-1$
	public static final String NEW_CLOUD = "preferences.new.cloud"; //$NON-NLS-1$
	public static final String NEW_KEY_SIZE = "preferences.new.keysize"; //$NON-NLS-1$
	public static final String NEW_VALIDITY = "preferences.new.validity"; //$NON-NLS-1$
	public static final String WARNING_DAYS = "preferences.warningdays"; //$NON-NLS-1$
	public static final String EXPIRY_NOTIFIED = "preferences.notify"; //$NON-NLS-1$

	public static final String RENEW_CONNECTIONS = "renew.connections"; //$NON-NLS-1$
	public static final String RENEW_NEW = "renew.new"; //$NON-NLS-1$
	public static final String RENEW_EXISTING = "renew.existing"; //$NON-NLS-1$
	public static final String RENEW_CERTIFICATE = "renew.certificate"; //$NON-NLS-1$
	public static final String RENEW_SELECT = "renew.select"; //$NON-NLS-1$
	public static final String RENEW_ITSELF = "renew.itself"; //$NON-NLS-1$
	public static final String RENEW_ADMINISTRATOR = "renew.administrator"; //$NON-NLS-1$
	public static final String RENEW_STATE = "renew.state"; //$NON-NLS-1$
	public static final String RENEW_ACTIONS = "renew.actions"; //$NON-NLS-1$
	public static final String RENEW_DETAILS = "renew.details"; //$NON-NLS-1$
	public static final String RENEW_RETRY = "renew.retry"; //$NON-NLS-1$

	public static final String RETIRE_CERTIFICATES = "retire.certificates"; //$NON-NLS-1$

	public static final String REMOVE_CONSOLE = "remove.console"; //$NON-NLS-1$
	public static final String REMOVE_TENANT = "remove.tenant"; //$NON-NLS-1$
	public static final String REMOVE_ITEMS = "remove.items"; //$NON-NLS-1$
	public static final String REMOVE_STATE = "remove.state"; //$NON-NLS-1$
	public static final String REMOVE_ACTIONS = "remove.actions"; //$NON-NLS-1$
	public static final String REMOVE_DETAILS = "remove.details"; //$NON-NLS-1$
	public static final String REMOVE_RETRY = "remove.retry"; //$NON-NLS-1$

	public static final String IMPORT_PATH = "import.path"; //$NON-NLS-1$
	public static final String IMPORT_BROWSE = "import.browse"; //$NON-NLS-1$
	public static final String IMPORT_CONNECTIONS = "import.connections"; //$NON-NLS-1$

	public static final String EXPIRY_TEXT = "expiry.text"; //$NON-NLS-1$
	public static final String EXPIRY_SHOW = "expiry.show"; //$NON-NLS-1$

	private WidgetIds() {
	}
}
