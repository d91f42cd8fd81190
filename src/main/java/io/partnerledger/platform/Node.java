package io.partnerledger.platform;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/** One running ledger among those that share a store; its name tells process and machine, and is taken once only. */
record Node(String name) {

    static Node ofThisProcess() {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        return new Node(process + "/" + UUID.randomUUID().toString().substring(0, 8));
    }
}
