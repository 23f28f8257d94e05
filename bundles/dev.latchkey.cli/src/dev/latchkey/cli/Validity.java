package dev.latchkey.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

import dev.latchkey.certificate.SelfSignedRequest;

/** How long certificates are valid, and other times that are given as ISO 8601 writes them. */
final class Validity {

	private Validity() {
	}

	/** @throws UsageException when it is no validity of a new certificate */
	static int months(ReportingCommand command, String text) {
		Optional<Period> period = period(text).filter(each -> each.getDays() == 0)
				.filter(each -> each.toTotalMonths() >= SelfSignedRequest.MIN_VALIDITY_MONTHS
						&& each.toTotalMonths() <= SelfSignedRequest.MAX_VALIDITY_MONTHS);
		return (int) period.orElseThrow(() -> command.usage(Messages.format(Messages.usageValidity,
				SelfSignedRequest.MIN_VALIDITY_MONTHS, SelfSignedRequest.MAX_VALIDITY_MONTHS))).toTotalMonths();
	}

	/** @throws UsageException when it is none, or below zero */
	static Period span(ReportingCommand command, String option, String text) {
		return period(text).filter(each -> !each.isNegative())
				.orElseThrow(() -> command.usage(Messages.format(Messages.usageValue, option)));
	}

	/** @throws UsageException when it is none, or not above zero */
	static Duration time(ReportingCommand command, String option, String text) {
		try {
			Duration duration = Duration.parse(text);
			if (duration.compareTo(Duration.ZERO) > 0) {
				return duration;
			}
		} catch (DateTimeException e) {
			// told below
		}
		throw command.usage(Messages.format(Messages.usageValue, option));
	}

	private static Optional<Period> period(String text) {
		try {
			return Optional.of(Period.parse(text));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}
}
