package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.faults.Effect.broken;
import static dev.latchkey.scenarios.faults.Effect.imposture;
import static dev.latchkey.scenarios.faults.Effect.refusal;
import static dev.latchkey.scenarios.faults.Effect.tokenRefused;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.fake.Echo;
import dev.latchkey.fake.Fault;
import java.util.ArrayList;
import java.util.List;

/** The columns of what stands in front of a server: gateways, login pages, and whatever quotes the request. */
final class FrontCases {
    private FrontCases() {}

    static List<FaultCase> all() {
        List<FaultCase> all = new ArrayList<>();
        addGateways(all, 401, tokenRefused());
        addGateways(all, 403, refusal(403, ForbiddenException.class));
        // OkHttp takes a 407 that no proxy sent for a broken connection.
        addGateways(all, 407, broken(false));
        all.add(FaultCase.of("login page", Fault.loginPage(), imposture(), "loginPage"));
        all.add(FaultCase.of(
                "redirect to login",
                Fault.redirectToLogin(),
                refusal(302, RedirectException.class),
                "redirectToLogin"));
        for (Echo spelling : Echo.values()) {
            String name = "echo " + spelling;
            all.add(
                    spelling == Echo.NO_HTTP
                            ? FaultCase.of(name, Fault.echo(spelling), broken(false), "echo")
                            : front(name, Fault.echo(spelling), refusal(400, BadRequestException.class), "echo"));
        }
        return all;
    }

    private static void addGateways(List<FaultCase> all, int status, Effect effect) {
        all.add(front("gateway " + status, Fault.gateway(status), effect, "gateway"));
        all.add(front("gateway " + status + " in text", Fault.gatewayText(status), effect, "gatewayText"));
    }

    private static FaultCase front(String name, Fault fault, Effect effect, String part) {
        return FaultCase.of(name, fault, effect, part).being(Trait.FROM_A_FRONT);
    }
}
