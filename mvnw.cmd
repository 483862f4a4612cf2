@echo off
rem Runs Maven 3.9 or newer: the one on the path, else the version that .mvn\maven.properties names.
rem .mvn\mvnw.ps1 finds it, or fetches, verifies and keeps it, as the script mvnw does elsewhere.
setlocal
set "MVNW_MAVEN="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0.mvn\mvnw.ps1"`) do set "MVNW_MAVEN=%%m"
if not defined MVNW_MAVEN exit /b 1
call "%MVNW_MAVEN%" %*
exit /b %ERRORLEVEL%
