package dev.latchkey.certificate.pkcs11;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.PinPrompt;

/** Registers a provider for each module that the preferences name, and follows them. Modules are loaded when they are listed. */
@Component(service = {}, immediate = true)
public final class TokenProviders {

	/** Node of the preferences. */
	static final String PREFERENCES = "dev.latchkey.certificate.pkcs11"; //$NON-NLS-1$

	/** Preference: absolute paths of modules, one a line. */
	static final String MODULES = "modules"; //$NON-NLS-1$

	private record Registered(TokenModule module, ServiceRegistration<CertificateProvider> registration) {

		void end() {
			registration.unregister();
			module.close();
		}
	}

	private final BundleContext context;
	private final IPreferencesService preferences;
	private final IEclipsePreferences node;
	private final IPreferenceChangeListener follower = event -> follow();
	private final PinPrompts prompts = new PinPrompts();
	private final Map<ModuleChoice, Registered> registered = new LinkedHashMap<>();

	@Activate
	public TokenProviders(BundleContext context, @Reference IPreferencesService preferences) {
		this.context = context;
		this.preferences = preferences;
		node = (IEclipsePreferences) preferences.getRootNode().node(InstanceScope.SCOPE).node(PREFERENCES);
		node.addPreferenceChangeListener(follower);
		follow();
	}

	@Reference(service = PinPrompt.class, cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
			policyOption = ReferencePolicyOption.GREEDY)
	void setPrompt(ServiceReference<PinPrompt> prompt) {
		prompts.set(new ServicePrompt(context, prompt));
	}

	void unsetPrompt(ServiceReference<PinPrompt> prompt) {
		prompts.unset(new ServicePrompt(context, prompt));
	}

	@Deactivate
	synchronized void deactivate() {
		node.removePreferenceChangeListener(follower);
		registered.values().forEach(Registered::end);
		registered.clear();
	}

	private synchronized void follow() {
		List<ModuleChoice> chosen = ModuleChoice.read(preferences.getString(PREFERENCES, MODULES, "", null), //$NON-NLS-1$
				System.getProperty("os.name")); //$NON-NLS-1$
		registered.entrySet().removeIf(each -> {
			boolean gone = !chosen.contains(each.getKey());
			if (gone) {
				each.getValue().end();
			}
			return gone;
		});
		chosen.forEach(each -> registered.computeIfAbsent(each, this::register));
	}

	private Registered register(ModuleChoice choice) {
		TokenModule module = new TokenModule(choice, prompts, () -> renew(choice));
		return new Registered(module, register(module));
	}

	private ServiceRegistration<CertificateProvider> register(TokenModule module) {
		return context.registerService(CertificateProvider.class, new TokenProvider(module), null);
	}

	/** Comes anew, so that everybody lists it again. */
	private synchronized void renew(ModuleChoice choice) {
		registered.computeIfPresent(choice, (same, old) -> {
			old.registration.unregister();
			return new Registered(old.module, register(old.module));
		});
	}
}
