package dev.latchkey.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

import dev.latchkey.certificate.SelfSignedRequest;

/** How long certificates are valid, and other times that are given as ISO 8601 writes them. */
final class Validity {

	/** Longer than anybody waits, and short enough to be counted with. */
	private static final int MOST_YEARS = 100;
	private static final int MONTHS_OF_A_YEAR = 12;
	private static final int DAYS_OF_A_YEAR = 365;

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

	/** @throws UsageException when it is none, below zero, or longer than a hundred years */
	static Period span(ReportingCommand command, String option, String text) {
		return period(text).filter(each -> !each.isNegative())
				.filter(each -> each.getDays() <= MOST_YEARS * DAYS_OF_A_YEAR
						&& each.toTotalMonths() <= MOST_YEARS * MONTHS_OF_A_YEAR)
				.orElseThrow(() -> command.usage(Messages.format(Messages.usageValue, option)));
	}

	/** @throws UsageException when it is none, not above zero, or longer than a hundred years */
	static Duration time(ReportingCommand command, String option, String text) {
		try {
			Duration duration = Duration.parse(text);
			if (duration.compareTo(Duration.ZERO) > 0 && duration.toDays() <= MOST_YEARS * DAYS_OF_A_YEAR) {
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
