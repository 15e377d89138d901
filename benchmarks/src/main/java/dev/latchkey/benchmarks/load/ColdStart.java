package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.child.LatchkeyMain;
import dev.latchkey.benchmarks.load.child.RawMain;
import dev.latchkey.benchmarks.load.child.RetrofitMain;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.util.List;
import java.util.Map;

/** A program that logs in, reads one user and ends: the whole process, and within it from {@code main} to the answer. */
public final class ColdStart implements Suite {
    private static final String BENCHMARK = "cold";
    private static final String PROCESS = "whole process";

    private record Program(String name, ClassPath classPath, Class<?> main) {}

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "Cold start: login, first answer, end");
    }

    @Override
    public List<Chart> charts() {
        return List.of(Chart.bars("cold", "Cold start, the whole process", BENCHMARK, PROCESS));
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.ratio(BENCHMARK, PROCESS, "raw", "<=", 1.15));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int rounds = mode.pick(1, 8, 30);
        List<Program> programs = List.of(
                new Program("latchkey", ClassPath.latchkey(), LatchkeyMain.class),
                new Program("raw", ClassPath.raw(), RawMain.class),
                new Program("retrofit", ClassPath.retrofit(), RetrofitMain.class));
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class)) {
            Realm realm = Realm.open(server.baseUrl(), RealmSettings.QUICK);
            for (int round = 0; round < rounds; round++) {
                for (Program program : programs) {
                    ChildProcess child = ChildProcess.run(
                            program.classPath, program.main, List.of(realm.baseUrl(), RealmContent.USER_ID));
                    if (!child.output().get(0).equals(RealmContent.USERNAME)) {
                        throw new IllegalStateException(program.name + " read " + child.output());
                    }
                    double answer = Double.parseDouble(child.output().get(1));
                    measured.add(BENCHMARK, program.name, PROCESS, "ns", (double) child.nanos());
                    measured.add(BENCHMARK, program.name, "main to answer", "ns", answer);
                }
            }
        }
        return measured.figures();
    }
}
