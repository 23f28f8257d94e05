/**
 * What providers of certificates promise, as tests of JUnit 5. The author of a provider writes one test class that implements
 * {@link dev.latchkey.certificate.tck.CertificateProviderContract}, or instead of it the contract of each capability that the
 * provider has, and hands in providers over places of his own:
 *
 * <pre>
 * class VaultProviderTest implements CertificateRemoverContract, KeyExporterContract {
 * 	public CertificateProvider provider() { ... }
 * 	public CertificateProvider emptyProvider() { ... }
 * 	public CertificateProvider brokenProvider() { ... }
 * }
 * </pre>
 *
 * A provider that passes works in every console with Latchkey. Later versions may ask for more where a rule of
 * {@code dev.latchkey.certificate} was not tested before.
 */
package dev.latchkey.certificate.tck;
