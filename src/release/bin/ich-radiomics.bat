@echo off
rem ICH Radiomics on the command line; needs Java 17 or later.
java -Dich-radiomics.script=true -jar "%~dp0..\lib\ICH_Radiomics-cli.jar" %*
