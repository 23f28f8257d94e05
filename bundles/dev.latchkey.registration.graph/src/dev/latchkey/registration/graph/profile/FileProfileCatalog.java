package dev.latchkey.registration.graph.profile;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;

/** The profiles of the files that the preferences name, and those that are registered as OSGi services. */
@Component
public final class FileProfileCatalog implements ProfileCatalog {

	private static final Logger LOG = System.getLogger(FileProfileCatalog.class.getName());

	private final Supplier<String> files;
	private final CloudCatalog clouds;
	private final Map<Long, Registered> services = new ConcurrentHashMap<>();

	@Activate
	public FileProfileCatalog(@Reference IPreferencesService preferences, @Reference CloudCatalog clouds) {
		this(() -> preferences.getString(CloudCatalog.PREFERENCES, PROFILE_FILES, "", null), clouds); //$NON-NLS-1$
	}

	/** @param files paths, one a line */
	FileProfileCatalog(Supplier<String> files, CloudCatalog clouds) {
		this.files = files;
		this.clouds = clouds;
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addProfile(PermissionProfile profile, Map<String, Object> properties) {
		Registered registered = Registered.of(profile, properties);
		registered.fault().ifPresent(fault -> LOG.log(Level.WARNING,
				"The permission profile " + registered.className() + " is left out", fault)); //$NON-NLS-1$ //$NON-NLS-2$
		services.put(registered.serviceId(), registered);
	}

	void updatedProfile(PermissionProfile profile, Map<String, Object> properties) {
		addProfile(profile, properties);
	}

	void removeProfile(PermissionProfile profile, Map<String, Object> properties) {
		services.remove(Registered.serviceId(properties));
	}

	@Override
	public List<PermissionProfile> profiles() {
		List<PermissionProfile> all = collect(new ArrayList<>());
		List<PermissionProfile> others = all.stream().filter(profile -> !profile.id().startsWith(OWN)).toList();
		return others.isEmpty() ? all : others;
	}

	@Override
	public Optional<PermissionProfile> find(String id) {
		return collect(new ArrayList<>()).stream().filter(profile -> profile.id().equals(id)).findFirst();
	}

	@Override
	public PermissionProfile read(Path file) throws RegistrationException {
		return new ProfileFile(file).read(format());
	}

	@Override
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		collect(problems);
		return problems;
	}

	private ProfileFormat format() {
		return new ProfileFormat(clouds.clouds().stream().map(Cloud::id).collect(Collectors.toSet()),
				Locale.getDefault());
	}

	private List<PermissionProfile> collect(List<String> problems) {
		Unique profiles = new Unique(problems);
		ProfileFormat format = format();
		paths().forEach(path -> read(path, format, problems).ifPresent(profile -> profiles.add(profile, path)));
		services.values().stream().sorted(Registered.BEST_FIRST).forEach(service -> {
			if (service.fault().isPresent()) {
				problems.add(NLS.bind(Messages.strangerThrows, service.className()));
			} else {
				profiles.add(service.profile(), service.className());
			}
		});
		return profiles.inOrder();
	}

	private Stream<String> paths() {
		return files.get().lines().map(String::strip).filter(line -> !line.isEmpty());
	}

	private static Optional<PermissionProfile> read(String path, ProfileFormat format, List<String> problems) {
		try {
			return Optional.of(new ProfileFile(Path.of(path)).read(format));
		} catch (RegistrationException e) {
			problems.add(e.getLocalizedMessage());
		} catch (InvalidPathException e) {
			problems.add(Failure.of(Reason.PROFILE_INVALID, path, Messages.unreadable).sentence());
		}
		return Optional.empty();
	}

	/** Profiles by id; the first of each counts. */
	private record Unique(List<PermissionProfile> inOrder, List<String> problems) {

		Unique(List<String> problems) {
			this(new ArrayList<>(), problems);
		}

		void add(PermissionProfile profile, String origin) {
			if (inOrder.stream().anyMatch(other -> other.id().equals(profile.id()))) {
				problems.add(NLS.bind(Messages.sameId, origin, profile.id()));
			} else {
				inOrder.add(profile);
			}
		}
	}
}
