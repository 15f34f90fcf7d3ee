#!/bin/sh
# ICH Radiomics on the command line; needs Java 17 or later.
here=$(cd "$(dirname "$0")/.." && pwd)
exec java -Dich-radiomics.script=true -jar "$here"/lib/ICH_Radiomics-cli.jar "$@"
