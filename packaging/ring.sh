#!/bin/sh
# A second start, as far as a shell can do it: the first window of the same file comes forward, long before a Python
# would have started. Usage: packaging/ring.sh PYTHON [ARGUMENTS of main.py]
#
# Exit status 0: that window has answered. Otherwise nothing has happened, and the program is to be started.
set -u
here=${0%/*}/..
python=$1
shift

# Writes to the named pipe on which the first window listens (ui/doorbell.py). Opened for both ways it never waits, not
# even for a window that was killed; so what is written to it is no promise yet.
ring() {
    file=${XDG_DATA_HOME:-$HOME/.local/share}/relapp/relapp.db
    while [ $# -gt 0 ]; do
        case $1 in
            --plain) ;;
            --file)
                [ $# -gt 1 ] || return 1
                file=$2
                shift
                ;;
            --file=?*) file=${1#--file=} ;;
            *) return 1 ;;
        esac
        shift
    done
    case $file in /*) ;; *) file=$PWD/$file ;; esac
    set -f
    IFS=/
    set -- $file
    IFS=%
    bell=${XDG_RUNTIME_DIR:-}/relapp-$*
    unset IFS
    set +f
    [ -n "${XDG_RUNTIME_DIR:-}" ] && [ -p "$bell" ] || return 1
    printf 'show %s\n' "${XDG_ACTIVATION_TOKEN:-${DESKTOP_STARTUP_ID:-}}" 1<>"$bell"
}

ring "$@" 2>/dev/null || exit 1
exec "$python" -I -S "$here/ui/second_instance.py" --background "$@"
