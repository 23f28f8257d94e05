package dev.latchkey.registration.graph.profile;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.graph.profile.Located.Members;

/** A text, or an object of texts by language tag (RFC 5646) with English for those whose language is missing. */
final class Localized {

	private static final String ENGLISH = "en"; //$NON-NLS-1$

	private Localized() {
	}

	static String text(Located value, Locale locale) throws MalformedException {
		if (!(value instanceof Members members)) {
			return Shape.text(value);
		}
		List<String> tags = new ArrayList<>(members.values().keySet());
		Shape shape = new Shape(members, tags);
		shape.get(ENGLISH);
		List<Locale> locales = new ArrayList<>();
		for (String tag : tags) {
			Shape.text(shape.get(tag));
			locales.add(locale(members, tag));
		}
		Locale best = Locale.lookup(List.of(new Locale.LanguageRange(locale.toLanguageTag())), locales);
		return shape.text(best == null ? ENGLISH : tags.get(locales.indexOf(best)));
	}

	private static Locale locale(Members members, String tag) throws MalformedException {
		try {
			return new Locale.Builder().setLanguageTag(tag).build();
		} catch (IllformedLocaleException e) {
			throw new MalformedException(members.values().get(tag).name(), NLS.bind(Messages.notLanguage, tag));
		}
	}
}
