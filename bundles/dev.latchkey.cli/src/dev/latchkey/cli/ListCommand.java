package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.ProviderListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the certificates of the stores, or of one of them. */
@Command(name = "list")
final class ListCommand extends ReportingCommand {

	@Option(names = "--provider", paramLabel = "ID")
	private String provider;

	ListCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, Refusal {
		CertificateService service = environment().services().get(CertificateService.class);
		List<ProviderListing> listings = provider == null ? all(service) : one(service);
		return new StoresReport(listings, listings.stream().flatMap(each -> each.entries().stream())
				.map(each -> Described.of(each, service.inspect(each.certificate(), CertificatePolicy.USUAL)))
				.sorted(Comparator.comparing(Described::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Described::sha256)).toList());
	}

	/** A store that can't be listed is told and costs the others nothing. */
	private List<ProviderListing> all(CertificateService service) {
		List<ProviderListing> listings = new ArrayList<>();
		service.list(listings::add, environment().cancellation());
		listings.sort(Comparator.comparing(ProviderListing::providerId));
		listings.forEach(each -> each.problem().ifPresent(problem -> environment().terminal().say(problem.getLocalizedMessage())));
		return listings;
	}

	/** Waits for nobody else. */
	private List<ProviderListing> one(CertificateService service) throws CertificateAccessException, Refusal {
		if (service.capability(provider, CertificateProvider.class).isEmpty()) {
			throw new Refusal(Refusal.NO_SUCH_PROVIDER, Messages.noSuchProvider);
		}
		List<ProviderListing> asked = new ArrayList<>();
		try {
			service.list(each -> {
				if (each.providerId().equals(provider)) {
					asked.add(each);
				}
			}, () -> !asked.isEmpty() || environment().cancellation().requested());
		} catch (CancellationException e) {
			environment().cancellation().check();
		}
		if (!asked.isEmpty() && asked.get(0).problem().isPresent()) {
			throw asked.get(0).problem().get();
		}
		return asked;
	}
}
