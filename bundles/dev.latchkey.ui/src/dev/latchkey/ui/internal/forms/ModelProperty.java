package dev.latchkey.ui.internal.forms;

import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.core.databinding.observable.value.ValueDiff;
import org.eclipse.core.databinding.property.INativePropertyListener;
import org.eclipse.core.databinding.property.ISimplePropertyListener;
import org.eclipse.core.databinding.property.NativePropertyListener;
import org.eclipse.core.databinding.property.value.SimpleValueProperty;

/** Lets data binding see one value of a {@link Model}, so that the model needs to know nothing of data binding. */
public final class ModelProperty<M extends Model, T> extends SimpleValueProperty<M, T> {

	private final Class<T> type;
	private final Function<M, T> getter;
	private final BiConsumer<M, T> setter;

	public ModelProperty(Class<T> type, Function<M, T> getter, BiConsumer<M, T> setter) {
		this.type = type;
		this.getter = getter;
		this.setter = setter;
	}

	@Override
	public Object getValueType() {
		return type;
	}

	@Override
	protected T doGetValue(M model) {
		return getter.apply(model);
	}

	@Override
	protected void doSetValue(M model, T value) {
		setter.accept(model, value);
	}

	@Override
	public INativePropertyListener<M> adaptListener(ISimplePropertyListener<M, ValueDiff<? extends T>> listener) {
		return new Listener(listener);
	}

	private final class Listener extends NativePropertyListener<M, ValueDiff<? extends T>> {

		private Runnable callback = () -> {
		};

		Listener(ISimplePropertyListener<M, ValueDiff<? extends T>> listener) {
			super(ModelProperty.this, listener);
		}

		@Override
		protected void doAddTo(M model) {
			callback = () -> fireChange(model, null);
			model.addListener(callback);
		}

		@Override
		protected void doRemoveFrom(M model) {
			model.removeListener(callback);
		}
	}
}
