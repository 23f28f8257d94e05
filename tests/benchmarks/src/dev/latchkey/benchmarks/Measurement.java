package dev.latchkey.benchmarks;

/** Measures one thing in a running workbench. Called once, outside the UI thread. */
interface Measurement {

	void run(Figures figures) throws Exception;
}
