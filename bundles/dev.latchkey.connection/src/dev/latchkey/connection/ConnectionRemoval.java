package dev.latchkey.connection;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.UndoResult;

/**
 * Service that knows what Latchkey added to the organizations of saved connections, by this console's
 * {@link dev.latchkey.registration.Journal}, and takes it back. The connection itself stays: whoever wants it gone
 * {@link ConnectionService#remove removes} it afterwards. Must not be called on a user interface thread.
 */
@ProviderType
public interface ConnectionRemoval {

	/**
	 * What there is to take back. Reads small local files; no network.
	 *
	 * @param cloud is used when the connection is in this one, as for
	 *              {@link ConnectionVerifier#verify(UUID, Optional, Consumer, IProgressMonitor)}
	 * @throws ConnectionException {@link ConnectionException.Reason#NOT_FOUND},
	 *                             {@link ConnectionException.Reason#CLOUD_MISSING},
	 *                             {@link ConnectionException.Reason#REFUSED} when the journal can't be read
	 */
	Added added(UUID connection, Optional<Cloud> cloud) throws ConnectionException;

	/**
	 * Takes back what no other connection uses, the newest run first; one run's failure does not stop the others. When
	 * cancelled, the write under way is finished, the rest is not attempted, and the result is returned instead of an
	 * exception. When anything was taken back, the connection is saved as not verified.
	 *
	 * @param session  of an administrator of the connection's tenant
	 * @param progress is told the result so far after each change, on an unspecified thread
	 * @param monitor  may be null
	 * @throws ConnectionException {@link ConnectionException.Reason#REFUSED} when the session is of another tenant, and then
	 *                             nothing was attempted
	 */
	TakenBack takeBack(Added added, AdminSession session, Consumer<TakenBack> progress, IProgressMonitor monitor)
			throws ConnectionException;

	/**
	 * What the journal says.
	 *
	 * @param connection as it is saved
	 * @param tenant     where to sign in
	 * @param leftovers  the newest first; empty when nothing is known to be there
	 */
	record Added(Connection connection, Tenant tenant, List<Leftover> leftovers) {
		public Added {
			Objects.requireNonNull(connection, "connection"); //$NON-NLS-1$
			Objects.requireNonNull(tenant, "tenant"); //$NON-NLS-1$
			leftovers = List.copyOf(leftovers);
		}

		/** The runs that can be taken back without harm to another connection, the newest first. */
		public List<JournalRun> runs() {
			return leftovers.stream().filter(leftover -> leftover.usedBy().isEmpty()).map(Leftover::run).toList();
		}

		/** What taking these back needs, and no more. */
		public Set<AdminScope> scopes() {
			EnumSet<AdminScope> scopes = EnumSet.noneOf(AdminScope.class);
			runs().forEach(run -> scopes.addAll(AdminScope.neededFor(run)));
			return scopes;
		}
	}

	/**
	 * One run, and what of it is or may be in the tenant.
	 *
	 * @param run     whole
	 * @param changes what is or may be there and can be taken back, in the order in which it was begun; never empty
	 * @param usedBy  other connections through the same application that need one of them: then the run stays as it is
	 */
	record Leftover(JournalRun run, List<JournalRun.Change> changes, List<Connection> usedBy) {
		public Leftover {
			Objects.requireNonNull(run, "run"); //$NON-NLS-1$
			changes = List.copyOf(changes);
			usedBy = List.copyOf(usedBy);
		}
	}

	/**
	 * What became of it.
	 *
	 * @param runs in the order of taking them back
	 */
	record TakenBack(List<Outcome> runs) {
		public TakenBack {
			runs = List.copyOf(runs);
		}

		/** Whether nothing that was to be taken back is there any more. */
		public boolean complete() {
			return runs.stream().allMatch(Outcome::complete);
		}
	}

	/**
	 * What became of one run.
	 *
	 * @param run     as it was
	 * @param result  change by change; empty as long as it was not attempted
	 * @param failure why nothing of it could be attempted
	 */
	record Outcome(JournalRun run, Optional<UndoResult> result, Optional<Failure> failure) {
		public Outcome {
			Objects.requireNonNull(run, "run"); //$NON-NLS-1$
			Objects.requireNonNull(result, "result"); //$NON-NLS-1$
			Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
		}

		/** Whether nothing of it is in the tenant any more, apart from what nobody can take back. */
		public boolean complete() {
			return result.isPresent() && result.get().changes().stream().allMatch(Outcome::isGone);
		}

		private static boolean isGone(UndoResult.Undone undone) {
			return undone.outcome() == UndoResult.Outcome.UNDONE || undone.outcome() == UndoResult.Outcome.NOT_THERE
					|| undone.change().irrevocable();
		}
	}
}
