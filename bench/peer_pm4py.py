"""Reads a log with PM4Py, computes directly-follows with times, variants, handovers and case durations, prints one JSON line."""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import pandas
import pm4py


def read(path):
    if ".xes" in path:
        return pm4py.read_xes(path)
    head = open(path, encoding="utf-8").readline()
    log = pandas.read_csv(path, dtype=str)
    if head.startswith("case_id,"):
        case, activity, instant = "case_id", "activity", "timestamp"
    else:
        case, activity, instant = "case:concept:name", "concept:name", "time:timestamp"
    log[instant] = pandas.to_datetime(log[instant], utc=True)
    log = pm4py.format_dataframe(log, case_id=case, activity_key=activity, timestamp_key=instant)
    if "resource" in log.columns:
        log["org:resource"] = log["resource"]
    return log


def timed(work):
    start = time.process_time()
    result = work()
    return result, round(time.process_time() - start, 4)


def main():
    log, read_seconds = timed(lambda: read(sys.argv[1]))
    seconds = {}
    (edges, starts, ends), seconds["directlyFollows"] = timed(lambda: pm4py.discover_performance_dfg(log))
    variants, seconds["variants"] = timed(lambda: pm4py.get_variants(log))
    if "org:resource" in log.columns:
        log["org:resource"] = log["org:resource"].astype(object).fillna("NONE")
        _, seconds["handovers"] = timed(lambda: pm4py.discover_handover_of_work_network(log))
    durations, seconds["throughput"] = timed(lambda: pm4py.get_all_case_durations(log))
    print(json.dumps({
        "engine": "PM4Py " + pm4py.__version__, "events": len(log), "cases": len(durations), "edges": len(edges),
        "variants": len(variants), "readSeconds": read_seconds, "figuresSeconds": round(sum(seconds.values()), 4),
        "kernelSeconds": seconds}))


main()
