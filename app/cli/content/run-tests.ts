/** Runs the `tests.yml` beside each scenario. */
import { diagnosticRules, type RuleId } from "~/core/diagnostic-rules";
import type { Diagnostic, Position } from "~/core/diagnostic";
import type { Scenario } from "~/core/scenario/definition";
import {
  runTranscript,
  tryReplies,
  type TranscriptFailure,
  type TranscriptFile,
} from "~/core/scenario/transcript";
import type { Verification } from "~/core/scenario/verification/verify";
import { parseTranscripts } from "~/language/parse-transcripts";
import { readInstead, scenarioTestedBy } from "~/language/place";
import type { Source } from "~/language/source";
import { nearestName, suggestName } from "~/language/suggestion";
import { beyondBound } from "./walk-bounds";

interface ProvedScenario {
  readonly definition: Scenario;
  readonly proof: Verification;
}

function diagnostic(
  file: string,
  rule: RuleId,
  at: Position,
  message: string,
  fix: string,
): Diagnostic {
  const { severity } = diagnosticRules[rule];
  return { file, line: at.line, column: at.column, rule, severity, message, fix };
}

/** What to do about a transcript: it may be broken by what was meant to change. */
function fixFor({ isBroken, unknown }: TranscriptFailure): string {
  if (unknown && nearestName(unknown.name, unknown.known) !== null) {
    return suggestName(unknown.name, unknown.known, unknown.what);
  }
  return isBroken
    ? "Mend the scenario, or record the transcript anew from this step."
    : "Mend the scenario, or what the transcript expects.";
}

function fixForReply({ unknown }: TranscriptFailure): string {
  return unknown
    ? suggestName(unknown.name, unknown.known, unknown.what)
    : "Mend the phrases of the rows, or what is expected here.";
}

function runFile(file: string, tests: TranscriptFile, { definition, proof }: ProvedScenario) {
  const told = (failure: TranscriptFailure, fix: string) =>
    diagnostic(
      file,
      failure.isBroken ? "tests/broken" : "tests/failed",
      failure.at,
      failure.message,
      fix,
    );
  const beyond = tests.bounds.flatMap((bound) => beyondBound(bound, definition, proof));
  return [
    ...tests.transcripts
      .flatMap((transcript) => runTranscript(definition, transcript))
      .map((failure) => told(failure, fixFor(failure))),
    ...tests.replies
      .flatMap((sample) => tryReplies(definition, sample))
      .map((failure) => told(failure, fixForReply(failure))),
    ...beyond.map(({ rule, at, message, fix }) => diagnostic(file, rule, at, message, fix)),
  ];
}

/** Runs the transcripts of one file; without a scenario that can be played, only reads them. */
export function runTests(source: Source, scenario: ProvedScenario | null): readonly Diagnostic[] {
  const { definition, diagnostics } = parseTranscripts(source);
  return definition && scenario
    ? [...diagnostics, ...runFile(source.file, definition, scenario)]
    : diagnostics;
}

interface TestsFile {
  readonly source: Source;
  /** Of the scenario that it tests. */
  readonly slug: string;
}

/** Those of the sources that hold tests and are read. */
export function testsAmong(sources: readonly Source[]): readonly TestsFile[] {
  const files = sources.map(({ file }) => file);
  return sources.flatMap((source) => {
    const slug = scenarioTestedBy(source.file);
    return slug === null || readInstead(source.file, files) !== null ? [] : [{ source, slug }];
  });
}
