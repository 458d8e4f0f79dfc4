# make help lists the targets. The work itself stands in .ci/ where it is more
# than a line or two.

SHELL := /bin/bash
FUZZTIME ?= 10s

# A clone of another user, as in a container, must build too. Without the
# toolkit's coloured emoji, which no text of ours has, a window takes a third
# less memory.
export GOFLAGS := $(GOFLAGS) -buildvcs=false -tags=no_emoji

# COMMAND=PACKAGE: the package is only installed when the command is missing.
RACE_PACKAGES   := gcc=gcc libc6-dev
WINDOW_PACKAGES := $(RACE_PACKAGES) pkg-config=pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev
SCREEN_PACKAGES := $(WINDOW_PACKAGES) Xvfb=xvfb xdotool=xdotool import=imagemagick libgl1-mesa-dri
TEST_PACKAGES   := $(SCREEN_PACKAGES) git=git pdftotext=poppler-utils rsvg-convert=librsvg2-bin dot=graphviz strace=strace

PACKAGE_PACKAGES := $(WINDOW_PACKAGES) git=git jq=jq rsvg-convert=librsvg2-bin zip=zip dpkg-shlibdeps=dpkg-dev x86_64-w64-mingw32-gcc=gcc-mingw-w64-x86-64-win32
PACKAGE_TEST_PACKAGES := $(PACKAGE_PACKAGES) wine64 Xvfb=xvfb openbox=openbox wmctrl=wmctrl xdotool=xdotool import=imagemagick \
	ps=procps unzip=unzip wrestool=icoutils desktop-file-validate=desktop-file-utils mmdebstrap=mmdebstrap libgl1-mesa-dri

.DEFAULT_GOAL := help
.PHONY: help run test lint fmt eval bench torture fuzz cover screens handbook build package package-test clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# Where there is no display to open a window on, the overview needs only Go.
run: ## start Snijvlak; where there is no display: draw the overview
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		.ci/packages $(WINDOW_PACKAGES) && go run ./cmd/snijvlak; \
	else \
		mkdir -p build && go run ./cmd/snijvlakctl figure build/overzicht.svg && \
		echo "Er is hier geen scherm voor het venster. Het overzicht staat in $(CURDIR)/build/overzicht.svg; open het in een browser."; \
	fi

# Every command for every audience: minutes under the race detector, and each
# command runs alone.
SLOW := TestNoCanaryAboveTheAudienceGetsOut

# Lint does not stop the tests, but a finding fails the target in the end.
# The race detector needs a C compiler; without one the tests run without it.
test: ## install what the tests need, lint, then run all tests
	@echo "== pakketten"; .ci/packages $(WINDOW_PACKAGES) $(TEST_PACKAGES) || echo "Verder zonder; tests die ze nodig hebben melden dat."
	@echo "== lint"; status=0; .ci/lint || status=1; \
	race=-race; \
	if [ "$$(go env CGO_ENABLED)" != 1 ] || ! command -v "$$(go env CC)" >/dev/null; then \
		race=; echo "Geen C-compiler: de tests draaien zonder -race."; \
	fi; \
	echo "== go test $$race -shuffle=on ./..."; \
	go test $$race -timeout=40m -shuffle=on -skip='^$(SLOW)$$' ./... || status=1; \
	echo "== go test -run $(SLOW)"; \
	go test -run='^$(SLOW)$$' ./internal/command || status=1; \
	exit $$status

lint: ## gofumpt, go vet, staticcheck and gocyclo at pinned versions
	@.ci/lint

fmt: ## format the code as lint wants it
	@go tool -modfile=.ci/tools/go.mod gofumpt -w cmd internal assets data

eval: ## measure how well overlap is found, and write internal/overlap/ABLATION.md
	go test ./internal/overlap/evaltest -run TestEval -count=1 -v -args -eval

bench: ## run the benchmarks; those of the figure are ratios to native dot, those of the map frames in a window
	@.ci/packages dot=graphviz $(WINDOW_PACKAGES)
	go test -run='^$$' -bench=. -benchmem ./...
	@.ci/bench-map

torture: ## kill, cut the power, fill the disk and damage files, and count; half an hour
	@.ci/packages strace=strace
	go test ./internal/store/torture -count=1 -timeout=3h -v -args -torture

fuzz: ## run every fuzz target for FUZZTIME (10s)
	@.ci/fuzz $(FUZZTIME)

cover: ## measure test coverage into build/cover.html
	@mkdir -p build
	go test -coverpkg=./... -coverprofile=build/cover.out ./...
	go tool cover -html=build/cover.out -o build/cover.html
	@go tool cover -func=build/cover.out | tail -n 1

screens: ## write pictures of every view, in both languages, light and dark, into build/screens
	@.ci/packages $(SCREEN_PACKAGES)
	@.ci/screens build/screens

handbook: ## make the pictures of the handbook anew, from the running program
	@.ci/packages $(SCREEN_PACKAGES)
	@.ci/handbook

build: ## build build/snijvlakctl, which is static, and build/snijvlak
	CGO_ENABLED=0 go build -trimpath -o build/ ./cmd/snijvlakctl
	@.ci/packages $(WINDOW_PACKAGES)
	go build -trimpath -o build/ ./cmd/snijvlak

package: ## build what users install, for Windows and Linux, into build/package
	@.ci/packages $(PACKAGE_PACKAGES)
	@.ci/package

package-test: ## try the packages: Wine, a clean Debian, the same bytes twice; PARTS= some of it
	@.ci/packages $(PACKAGE_TEST_PACKAGES)
	@.ci/package-test $(PARTS)

clean: ## remove what was built
	rm -rf build
