#!/bin/sh
# A throw-away PostgreSQL on the loopback address, for tests. It keeps nothing and asks for no password.
#   private_postgres.sh find             succeeds where PostgreSQL's programs are installed
#   private_postgres.sh start DIR PORT   makes a cluster in DIR, starts it and prints its DATABASE_URL
#   private_postgres.sh stop DIR         stops it and removes DIR
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v pg_ctl || echo /nowhere/pg_ctl)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL's programs are not installed" >&2; exit 3; }

# PostgreSQL refuses to run as root: it then runs as the user postgres. Where that user may not read /etc (a hardened
# container: initdb "could not look up effective user ID"), a private mount namespace shows it a small copy of it.
as_owner() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  drop="setpriv --reuid=$(id -u postgres) --regid=$(id -g postgres) --clear-groups --"
  if $drop cat /etc/passwd >/dev/null 2>&1; then $drop "$@"; return; fi
  mkdir -p "$dir.etc"
  chmod 755 "$dir.etc"
  for file in passwd group nsswitch.conf hosts services protocols ld.so.cache localtime; do
    cp "/etc/$file" "$dir.etc/" 2>/dev/null && chmod 644 "$dir.etc/$file" || true
  done
  unshare --mount sh -c 'mount --bind "$0" /etc && exec "$@"' "$dir.etc" $drop "$@"
}

# Runs a step in silence; shows what it said only where it fails.
quietly() {
  "$@" >"$dir.log" 2>&1 </dev/null || { cat "$dir.log" >&2; return 1; }
}

action=${1:-} dir=${2:-}
case $action in
find) ;;
start)
  port=$3
  mkdir -p "$dir"
  [ "$(id -u)" != 0 ] || chown postgres: "$dir"
  cd "$dir"
  quietly as_owner "$bin/initdb" -D "$dir/data" -U archive -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync
  quietly as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start
  quietly as_owner "$bin/createdb" -h 127.0.0.1 -p "$port" -U archive archive
  echo "postgres://archive@127.0.0.1:$port/archive"
  ;;
stop)
  [ ! -d "$dir/data" ] || as_owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$dir" "$dir.etc" "$dir.log"
  ;;
*)
  echo "usage: $0 find | start DIR PORT | stop DIR" >&2
  exit 2
  ;;
esac
