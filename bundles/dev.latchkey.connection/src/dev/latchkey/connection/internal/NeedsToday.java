package dev.latchkey.connection.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Service;

/** What the profiles ask for at one moment. For one thread; what many connections share is looked up once. */
final class NeedsToday {

	private static final Logger LOG = System.getLogger(NeedsToday.class.getName());

	private final Map<String, Cloud> clouds;
	private final ProfileCatalog catalog;
	private final Map<String, Optional<PermissionProfile>> profiles = new HashMap<>();
	private final Map<Question, List<Need>> answers = new HashMap<>();

	NeedsToday(List<Cloud> clouds, ProfileCatalog catalog) {
		this.clouds = clouds.stream().collect(Collectors.toMap(Cloud::id, Function.identity(), (first, second) -> first));
		this.catalog = catalog;
	}

	/** What needs depend on. */
	private record Question(String profile, Set<Service> services, String cloud) {
	}

	/** A need as {@link dev.latchkey.connection.Proof#needs} names it, and for people. */
	private record Need(String id, String title) {
	}

	/** What was not proven; empty also when it is not known what was, or what is asked for. */
	List<String> missing(Connection connection) {
		Set<String> met = connection.proof().met();
		if (met.isEmpty()) {
			return List.of();
		}
		Question question = new Question(connection.profileId(), connection.services(), connection.cloudId());
		return answers.computeIfAbsent(question, this::needs).stream().filter(need -> !met.contains(need.id()))
				.map(Need::title).toList();
	}

	private List<Need> needs(Question question) {
		Optional<Cloud> cloud = Optional.ofNullable(clouds.get(question.cloud()));
		Optional<PermissionProfile> profile = profiles.computeIfAbsent(question.profile(), this::profile);
		return cloud.isEmpty() || profile.isEmpty() ? List.of()
				: needs(profile.get(), question.services(), cloud.get());
	}

	private Optional<PermissionProfile> profile(String id) {
		return Belongings.profile(catalog, id);
	}

	/** A profile is a stranger's: one that throws must not hide how all the other connections stand. */
	private static List<Need> needs(PermissionProfile profile, Set<Service> services, Cloud cloud) {
		try {
			return Stream.concat(
					profile.permissions(services, cloud).stream().map(need -> new Need(GrantPermission.id(need),
							need.resource().name() + ": " + need.value())), //$NON-NLS-1$
					profile.directoryRoles(services, cloud).stream()
							.map(need -> new Need(AssignDirectoryRole.id(need), need.name())))
					.toList();
		} catch (RuntimeException | LinkageError e) {
			LOG.log(Level.WARNING, "The permission profile " + profile.getClass().getName() + " can't be asked", e); //$NON-NLS-1$ //$NON-NLS-2$
			return List.of();
		}
	}
}
