package dev.latchkey.registration.graph;

import java.net.http.HttpClient;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudHttp;
import dev.latchkey.registration.graph.net.HttpClients;

/** Gives the way of our own client to those of the JDK. */
@Component
public final class JdkCloudHttp implements CloudHttp {

	private final Operations operations;

	@Activate
	public JdkCloudHttp(@Reference Operations operations) {
		this.operations = operations;
	}

	@Override
	public HttpClient.Builder client(Cloud cloud) {
		return HttpClients.likewise(operations.client(cloud));
	}
}
