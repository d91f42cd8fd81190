package io.partnerledger.platform;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What events inherit from the command that caused them: actor and idempotency key, the id of the command as cause, and
 * the id of the first message of the conversation as correlation.
 */
final class RequestCorrelation implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        for (String name : RequestMetadata.INHERITED) {
            Object value = message.getMetaData().get(name);
            if (value != null) {
                data.put(name, value);
            }
        }
        data.put(RequestMetadata.CAUSATION_ID, message.getIdentifier());
        data.put(
                RequestMetadata.CORRELATION_ID,
                message.getMetaData().getOrDefault(RequestMetadata.CORRELATION_ID, message.getIdentifier()));
        return data;
    }
}
