# The faults of ./run -- faults: runs the tests that make them, with a seed and as many rounds as asked for. Sourced by
# run after deploy/local/tools.sh, POSIX sh. Expects ROOT.

SCENARIOS='kill          KilledServicesIT     each service is killed at random moments
crash-points  CrashPointsIT,HookCrashIT a service ends between any two steps of a fact, a decision or a message
freeze        FrozenServiceIT      a service stands still past its session and wakes up
churn         ChurnIT              processes join and leave every 3 s; each service restarted under load
broker        BrokerFaultsIT       the broker is killed and started again, frozen and woken
brokers       SeveralBrokersIT     of three brokers one or two are killed; leaders move under load
disk-full     DiskFullIT           the disk under the broker fills up, and has space again
log-away      LogOutageIT          the log is away and comes back
store-away    StoreOutageIT        the store is away and comes back, stands still and wakes up
store-slow    SlowStoreIT          the store takes 0.3 s for each answer
clock         ClockOffIT           the clock of each service is off by a day, ahead and behind
overload      OverloadIT           clients offer more than a service takes
hooks-hang    HangingReceiverIT    receivers of webhooks take calls and never answer, or dribble
switch        SwitchKilledIT       a switch to a rebuilt projection is killed between its steps
poison        PoisonIT             records that nobody can read
repeats       RepeatedDeliveryIT   all is delivered twice; facts arrive eight weeks late
orders        SameFactsIT          the same facts in any order, form and number
restore       BackupIT             everything is lost, and restored from a backup taken under load
erasure       ErasureIT            keys and documents of an erased patient come back
versions      OtherVersionsIT      producers one version ahead and one behind'

faults_help() {
    cat <<HELP
./run -- faults [--scenario NAME]… [--rounds N] [--seed N] [--freeze SECONDS]

Breaks an isolated system while facts flow, and compares what it shows afterwards with a ledger that was kept outside it:
every acknowledged fact exactly once, and the progress as a separate, plain reckoning has it. docs/guarantees.md says what
is expected of each. Without --scenario it runs all.

  --rounds N         how often each fault comes (default 3); with more than 1, crash-points takes all points
  --seed N           the same chances again (default: the time; printed)
  --freeze SECONDS   how long the broker stands still (default 30)
  --list             the scenarios

Results: deploy/bench/results. Exit status: 0, 1 where something was lost, doubled or different, 2 for misuse.
HELP
}

# Prints the scenarios, each with what it does.
faults_list() {
    echo "$SCENARIOS" | awk '{ name = $1; $1 = ""; $2 = ""; sub(/^ +/, ""); printf "%-14s %s\n", name, $0 }'
}

# Prints the test of scenario $1; nothing where there is none.
faults_test() {
    echo "$SCENARIOS" | awk -v name="$1" '$1 == name { print $2 }'
}

faults_run() {
    chosen=
    rounds=3
    seed=$(date +%s)
    freeze=30
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help)
                faults_help
                return 0
                ;;
            --list)
                faults_list
                return 0
                ;;
            --scenario | --rounds | --seed | --freeze)
                if [ $# -lt 2 ]; then
                    say "$1 needs a value. See ./run -- faults --help"
                    return 2
                fi
                case $1 in
                    --scenario)
                        if [ -z "$(faults_test "$2")" ]; then
                            say "No such scenario: $2. See ./run -- faults --list"
                            return 2
                        fi
                        chosen="$chosen $2"
                        ;;
                    --*)
                        case $2 in
                            '' | *[!0-9]*)
                                say "$1 takes a whole number, not $2. See ./run -- faults --help"
                                return 2
                                ;;
                        esac
                        ;;
                esac
                case $1 in
                    --rounds) rounds=$2 ;;
                    --seed) seed=$2 ;;
                    --freeze) freeze=$2 ;;
                esac
                shift 2
                ;;
            *)
                say "No such option: $1. See ./run -- faults --help"
                return 2
                ;;
        esac
    done
    find_jdk
    find_maven
    build_if_stale all
    [ -n "$chosen" ] || chosen=$(echo "$SCENARIOS" | awk '{ print $1 }')
    results=$ROOT/deploy/bench/results
    report=$results/$(date -u +%Y%m%d-%H%M%S)-faults.txt
    mkdir -p "$results"
    {
        echo "faults, $(date -u +%FT%TZ)"
        echo "  seed $seed, rounds $rounds, freeze $freeze s"
        echo "  $(uname -sr), $(nproc 2>/dev/null || echo '?') processors, source $(git -C "$ROOT" rev-parse --short=12 HEAD 2>/dev/null || echo unknown)"
    } | tee "$report"
    failed=
    for scenario in $chosen; do
        began=$(date +%s)
        log=${report%.txt}-$scenario.log
        outcome=held
        say "$(faults_list | grep "^$scenario ")"
        if ! "$MVN" -B -f "$ROOT/pom.xml" -pl deploy/local -am verify -Dgroups=end-to-end -Dexcluded.tests=none \
            -Dspotless.check.skip=true -Dtest="$(faults_test "$scenario")" -Dsurefire.failIfNoSpecifiedTests=false \
            -Dbacktrack.seed="$seed" -Dbacktrack.rounds="$rounds" -Dbacktrack.freeze="$freeze" >"$log" 2>&1; then
            outcome="BROKEN, see $log"
            failed=yes
        fi
        printf '  %-14s %4d s  %s\n' "$scenario" $(($(date +%s) - began)) "$outcome" | tee -a "$report"
    done
    echo "  $report"
    [ -z "$failed" ]
}
