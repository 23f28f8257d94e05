package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;

/**
 * What one provider has, ready to be shown.
 *
 * @param problem one sentence, when it could not be listed, or not wholly
 */
record ProviderRows(String providerId, String providerName, List<StoreRow> rows, Optional<String> problem) {
}
