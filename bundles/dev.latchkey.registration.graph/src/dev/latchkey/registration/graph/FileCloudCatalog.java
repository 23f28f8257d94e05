package dev.latchkey.registration.graph;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;

/** Microsoft's clouds and those of the cloud files that the preferences name. */
@Component
public final class FileCloudCatalog implements CloudCatalog {

	private final Settings settings;

	@Activate
	public FileCloudCatalog(@Reference IPreferencesService preferences) {
		this.settings = new Settings(preferences);
	}

	@Override
	public List<Cloud> clouds() {
		return read(new ArrayList<>());
	}

	@Override
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		read(problems);
		problems.addAll(TrustedFiles.read(settings.trustedFiles()).problems());
		return problems;
	}

	@Override
	public Cloud read(Path file) throws RegistrationException {
		try {
			return new CloudFile(file).read();
		} catch (CloudFile.MalformedException e) {
			throw invalid(e.getMessage(), file);
		} catch (IOException e) {
			throw invalid(Messages.CloudFile_notReadable, file);
		}
	}

	private static RegistrationException invalid(String problem, Path file) {
		return new RegistrationException(Failure.of(Reason.CLOUD_INVALID, file.toString(), problem));
	}

	private List<Cloud> read(List<String> problems) {
		List<Cloud> clouds = new ArrayList<>(MicrosoftClouds.ALL);
		paths().forEach(path -> add(path, clouds, problems));
		return List.copyOf(clouds);
	}

	private Stream<String> paths() {
		return settings.cloudFiles().lines().map(String::strip).filter(line -> !line.isEmpty());
	}

	private static void add(String path, List<Cloud> clouds, List<String> problems) {
		try {
			Cloud cloud = new CloudFile(Path.of(path)).read();
			if (clouds.contains(cloud)) {
				problems.add(NLS.bind(Messages.CloudFile_sameId, path, cloud.id()));
			} else {
				clouds.add(cloud);
			}
		} catch (CloudFile.MalformedException e) {
			problems.add(NLS.bind(Messages.CloudFile_malformed, path, e.getMessage()));
		} catch (IOException | InvalidPathException e) {
			problems.add(NLS.bind(Messages.CloudFile_unreadable, path));
		}
	}
}
