# Everything a person does here, in one word each. The work is in standalone/bin.

# "make token USER=admin" names a user of Safelight; the USER of the environment is somebody else.
ifeq ($(origin USER),command line)
token_user := $(USER)
else
token_user := demo
endif

.DEFAULT_GOAL := help
.PHONY: help run rebuild test fuzz token format bench bench-engine bench-ingest bench-catalog bench-delivery bench-live clean

help: ## show this
	@sed -n 's/^\([a-z-]*\): ## /  make \1@/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-19s%s\n", $$1, $$2 }'

run: ## build what changed and run everything here until Ctrl-C
	@exec standalone/bin/run

rebuild: ## make the catalog anew from the topics, in the new database DATABASE, while nothing runs
	@exec standalone/bin/rebuild $(DATABASE)

test: ## build everything and run all tests
	@exec standalone/bin/test

fuzz: ## give 20000 altered files to both engines; FUZZ_FILES names a folder of files to alter
	@exec standalone/bin/fuzz

token: ## print a bearer token of demo; USER=admin for the administrator
	@exec standalone/bin/token $(token_user)

format: ## format the code
	@exec standalone/bin/maven spotless:apply

bench: ## measure the running stack at SAFELIGHT_URL
	@exec standalone/bin/bench

bench-engine: ## measure the engines against sharp and bare libvips
	@exec standalone/bin/bench-engine

bench-ingest: ## measure uploads against bare PUTs to the object store
	@exec standalone/bin/bench-ingest

bench-catalog: ## measure the catalog: filling it and asking it
	@exec standalone/bin/bench-catalog

bench-delivery: ## measure pictures against bare GETs from the object store
	@exec standalone/bin/bench-delivery

bench-live: ## measure live status with 10000 listeners
	@exec standalone/bin/bench-live

clean: ## delete what was built; the state in .safelight stays
	@exec standalone/bin/maven clean
