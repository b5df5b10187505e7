# What ./run and ./test share: finding a JDK and Maven, and building what is stale. Sourced, POSIX sh.
# Expects ROOT, the project's folder. Leaves JAVA_HOME and MVN set.

OLDEST_JAVA=21
MAVEN_VERSION=3.9.12
MAVEN_SHA512=0ef0d074761a55e7b982fd7f2cd6ea2da028289c73156ebd488c0513efbff8a64ac5bc0c11c3b8bbced930ce15238ecef344b0e065ae54f7cdca8c86cf39e736
MAVEN_URL=${BACKTRACK_MAVEN_URL:-https://archive.apache.org/dist/maven/maven-3/$MAVEN_VERSION/binaries/apache-maven-$MAVEN_VERSION-bin.zip}

say() {
    echo "$*" >&2
}

# The feature number of the JDK in folder $1, or 0 where there is none. Reads its release file; asks it where that is missing.
jdk_feature() {
    if [ -z "$1" ] || ! [ -x "$1/bin/javac" ]; then
        echo 0
        return
    fi
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    echo "${version:-0}"
}

# The JDK that the java on PATH belongs to, links followed.
jdk_on_path() {
    java=$(command -v javac) || return 0
    while [ -L "$java" ]; do
        target=$(readlink "$java")
        case $target in
            /*) java=$target ;;
            *) java=$(dirname "$java")/$target ;;
        esac
    done
    dirname "$(dirname "$java")"
}

# JAVA_HOME where it will do; else the newest JDK on PATH or in a usual folder.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_feature "$JAVA_HOME")" -ge "$OLDEST_JAVA" ]; then
        export JAVA_HOME
        return
    fi
    newest=$((OLDEST_JAVA - 1))
    found=
    for home in "$(jdk_on_path)" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        feature=$(jdk_feature "$home")
        if [ "$feature" -gt "$newest" ]; then
            newest=$feature
            found=$home
        fi
    done
    if [ -z "$found" ]; then
        say "Backtrack needs a JDK, version $OLDEST_JAVA or newer, and found none (JAVA_HOME, PATH and the usual folders). Install one:
  Debian, Ubuntu   sudo apt install openjdk-21-jdk-headless   (Debian 12 has only 17: take temurin-21-jdk from adoptium.net)
  Fedora           sudo dnf install java-21-openjdk-devel
  macOS            brew install openjdk@21
  Windows          winget install EclipseAdoptium.Temurin.21.JDK, then run this in Git Bash or WSL
or point JAVA_HOME to one that you have, and start this again."
        exit 1
    fi
    JAVA_HOME=$found
    export JAVA_HOME
}

# Writes the address $1 to the file $2 with whatever is there; Java is.
download() {
    if command -v curl >/dev/null; then
        curl -fsSL -o "$2" "$1"
    elif command -v wget >/dev/null; then
        wget -q -O "$2" "$1"
    else
        "$JAVA_HOME/bin/java" "$ROOT/deploy/local/Download.java" "$1" "$2"
    fi
}

sha512_of() {
    if command -v sha512sum >/dev/null; then
        sha512sum "$1" | cut -d ' ' -f 1
    else
        shasum -a 512 "$1" | cut -d ' ' -f 1
    fi
}

# The mvn on PATH where it is 3.8 or newer; else Apache's own, fetched once into .backtrack/tools.
find_maven() {
    MVN=$(command -v mvn || true)
    if [ -n "$MVN" ]; then
        version=$("$MVN" -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
        # shellcheck disable=SC2086
        set -- ${version:-0 0}
        if [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 8 ]; }; then
            return
        fi
    fi
    tools=$ROOT/.backtrack/tools
    MVN=$tools/apache-maven-$MAVEN_VERSION/bin/mvn
    [ -f "$MVN" ] && return
    mkdir -p "$tools"
    say "Fetching Maven $MAVEN_VERSION (9 MB, once) from $MAVEN_URL"
    if ! download "$MAVEN_URL" "$tools/maven.zip"; then
        say "It cannot be fetched. Install Maven 3.8 or newer, or set BACKTRACK_MAVEN_URL to a copy of apache-maven-$MAVEN_VERSION-bin.zip."
        exit 1
    fi
    if [ "$(sha512_of "$tools/maven.zip")" != "$MAVEN_SHA512" ]; then
        rm -f "$tools/maven.zip"
        say "What came is not Maven $MAVEN_VERSION: its SHA-512 differs from the one pinned in deploy/local/tools.sh."
        exit 1
    fi
    (cd "$tools" && "$JAVA_HOME/bin/jar" xf maven.zip && rm maven.zip && chmod +x "$MVN")
}

# Runs a Maven command, a line per module on the console and everything in the log $1; answers with the command's success.
with_progress() {
    log=$1
    shift
    mkdir -p "$(dirname "$log")"
    {
        status=0
        "$@" 2>&1 || status=$?
        echo "$status" >"$log.status"
    } | tee "$log" | awk '
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { sub(/^\[INFO\] Building /, ""); print "  " $NF, $1; fflush() }
        /^Back ends: / { print; fflush() }' >&2
    status=$(cat "$log.status")
    rm -f "$log.status"
    return "$status"
}

# Whether the build named $1 (all, or parts: the launcher and the embedded parts) has something newer to build from than
# its last run, or what it built is gone. A deleted file counts too: it makes its folder newer.
is_stale() {
    stamp=$ROOT/.backtrack/built-$1
    [ -f "$stamp" ] || return 0
    results="deploy/embedded/target/lib deploy/local/target/lib"
    [ "$1" = parts ] || results="$results deploy/tools/target/backtrack-tools.jar deploy/bench/target/lib"
    [ "$1" = parts ] || for service in program-service tracking-service notification-service web-app; do
        results="$results $service/target/quarkus-app/quarkus-run.jar"
    done
    for result in $results; do
        [ -e "$ROOT/$result" ] || return 0
    done
    newer=$(cd "$ROOT" && find pom.xml .mvn ./*/pom.xml ./*/src/main deploy/*/pom.xml deploy/*/src/main -newer "$stamp" 2>/dev/null | head -n 1)
    [ -n "$newer" ]
}

build_if_stale() {
    is_stale "$1" || return 0
    say "Building (the first time it fetches some 350 MB of libraries; log: .backtrack/logs/build.log)"
    mkdir -p "$ROOT/.backtrack/logs"
    # Stamped with the time before the build: what is edited meanwhile counts as newer.
    touch "$ROOT/.backtrack/building"
    [ "$1" = all ] || set -- "$1" -pl deploy/embedded,deploy/local -am
    name=$1
    shift
    log=$ROOT/.backtrack/logs/build.log
    if ! with_progress "$log" "$MVN" -B -f "$ROOT/pom.xml" package -Dmaven.test.skip=true -Dspotless.check.skip=true "$@"; then
        say "The build failed; its log, $log, ends:"
        tail -n 40 "$log" >&2
        exit 1
    fi
    mv "$ROOT/.backtrack/building" "$ROOT/.backtrack/built-$name"
    BUILT=yes
}
