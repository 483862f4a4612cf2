# Prints the path of a Maven >= 3.9 for mvnw.cmd: the one on the path, else the version that maven.properties names,
# which an older mvn resolves through its own settings, or which is downloaded from MVNW_REPOURL; see ../mvnw.
$ErrorActionPreference = 'Stop'

function Fail([string] $message) {
    [Console]::Error.WriteLine("mvnw: $message")
    exit 1
}

$properties = ConvertFrom-StringData (Get-Content -Raw (Join-Path $PSScriptRoot 'maven.properties'))
$version = $properties.version
$onPath = Get-Command mvn -ErrorAction SilentlyContinue

if ($onPath) {
    $told = (& $onPath.Source -v) -join "`n"
    if ($told -match 'Apache Maven (\d+)\.(\d+)' -and
        ([int] $Matches[1] -gt 3 -or ([int] $Matches[1] -eq 3 -and [int] $Matches[2] -ge 9))) {
        $onPath.Source
        exit 0
    }
}

$userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $HOME '.m2' }
$homes = Join-Path $userHome 'punctual-maven'
$maven = Join-Path $homes "$version\bin\mvn.cmd"
if (Test-Path $maven) {
    $maven
    exit 0
}
if (-not $onPath -and -not $env:MVNW_REPOURL) {
    Fail "no 'mvn' on the path. Install Maven, any version, or set MVNW_REPOURL to a Maven repository to download from."
}

$work = Join-Path $homes ('.fetch.' + [guid]::NewGuid())
New-Item -ItemType Directory -Force $work | Out-Null
try {
    $zip = Join-Path $work "apache-maven-$version-bin.zip"
    if ($env:MVNW_REPOURL) {
        $url = $env:MVNW_REPOURL.TrimEnd('/') + "/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.zip"
        Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile $zip
    } else {
        Push-Location $work
        & $onPath.Source -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy `
            "-Dartifact=org.apache.maven:apache-maven:${version}:zip:bin" "-DoutputDirectory=$work" | Out-Null
        $resolved = $LASTEXITCODE -eq 0
        Pop-Location
        if (-not $resolved) {
            Fail "mvn could not resolve org.apache.maven:apache-maven:${version}:zip:bin; check the repositories in its settings.xml, or set MVNW_REPOURL."
        }
    }
    $got = (Get-FileHash -Algorithm SHA512 $zip).Hash.ToLowerInvariant()
    if ($got -ne $properties.sha512) {
        Fail "apache-maven-$version-bin.zip has SHA-512 $got, expected $($properties.sha512); it was not installed."
    }
    Expand-Archive $zip $work
    Move-Item (Join-Path $work "apache-maven-$version") (Join-Path $homes $version)
} finally {
    Remove-Item -Recurse -Force $work
}
$maven
