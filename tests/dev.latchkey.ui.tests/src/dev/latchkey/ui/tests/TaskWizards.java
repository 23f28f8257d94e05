package dev.latchkey.ui.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.connect.TaskWizard;

/** One wizard for saved connections on a bare shell, opened for one test. */
final class TaskWizards implements AutoCloseable {

	static final Map<String, Cloud> CLOUDS = Map.of("global", MicrosoftClouds.GLOBAL);

	private final WidgetDriver driver = new WidgetDriver(Display.getDefault());
	private final Screenshots screenshots = new Screenshots(driver);
	private final String title;

	/** @param wizard is made in the user interface thread */
	TaskWizards(String title, Supplier<TaskWizard> wizard) {
		this.title = title;
		driver.start(() -> wizard.get().open(null));
		driver.shell(title);
	}

	static Connection connection(String name, String tenant, int days) {
		return new Connection(UUID.randomUUID(), 1, name, "global", "6f7c9d0e-0000-4000-8000-00000000000" + tenant,
				name.toLowerCase() + ".com", Optional.empty(), OpenWizard.APPLICATION, Optional.empty(),
				new CertificateReference("store", "A".repeat(64)), Instant.now().plus(Duration.ofDays(days)), List.of(),
				Set.of(Service.EXCHANGE), "", Proof.NONE);
	}

	WidgetDriver driver() {
		return driver;
	}

	Shell shell() {
		return driver.shell(title);
	}

	void keep(String name) {
		screenshots.keep(shell(), name);
	}

	void next() {
		driver.clickText("Next >");
	}

	boolean closed() {
		return !driver.hasShell(title);
	}

	@Override
	public void close() {
		driver.display().syncExec(() -> {
			for (Shell shell : driver.display().getShells()) {
				if (!shell.isDisposed() && shell.getText().equals(Language.say(title))) {
					shell.dispose();
				}
			}
		});
	}
}
