/** The YAML parser's complaints, in a trainer's words. */
import type { ErrorCode, YAMLError } from "yaml";

interface Explanation {
  readonly message: string;
  readonly fix: string;
}

const quotes = "If the text holds a colon, a # or a quote, put quotes around the whole of it.";

const anchors: Explanation = {
  message: "A text that begins with `*` or `&` needs quotes around it.",
  fix: "Put quotes around the whole of it.",
};

const tags: Explanation = {
  message: "YAML tags (`!name`) are not allowed.",
  fix: "Write the value without it, or put quotes around it.",
};

const explained: Readonly<Partial<Record<ErrorCode, Explanation>>> = {
  ALIAS_PROPS: anchors,
  BAD_ALIAS: anchors,
  BAD_PROP_ORDER: anchors,
  MULTIPLE_ANCHORS: anchors,
  BAD_COLLECTION_TYPE: tags,
  MULTIPLE_TAGS: tags,
  TAG_RESOLVE_FAILED: tags,
  BAD_DIRECTIVE: {
    message: "A line that begins with % says nothing here.",
    fix: "Take it out, or put quotes around the text.",
  },
  BAD_DQ_ESCAPE: {
    message: "Between double quotes a backslash has a meaning of its own, and this one has none.",
    fix: "Put the text between single quotes, or write the backslash twice.",
  },
  BAD_INDENT: {
    message: "This line is set in wrongly.",
    fix: "Set it in as far as the lines that it stands beside.",
  },
  BAD_SCALAR_START: {
    message: "A text cannot begin with this sign.",
    fix: "Put quotes around the whole of it.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A text with a colon in it needs quotes around it.",
    fix: quotes,
  },
  BLOCK_IN_FLOW: {
    message:
      "Between brackets a comma is missing before this, or quotation marks around a text with a colon in it.",
    fix: 'Write the parts one after the other, as in { in: opening, type: "so: this one" }.',
  },
  DUPLICATE_KEY: {
    message: "This name stands twice in the same list of facts.",
    fix: "Keep one of the two.",
  },
  KEY_OVER_1024_CHARS: {
    message: "The name before this colon is far too long.",
    fix: "Put quotes around a text that holds a colon.",
  },
  MISSING_CHAR: {
    message: "Something is missing here: a quote, a bracket, or a space after a colon.",
    fix: quotes,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "A line here lacks its `name:` or is set in wrongly.",
    fix: "Write each fact on a line of its own, as in title: a few words.",
  },
  MULTIPLE_DOCS: {
    message: "A line of three hyphens or dots ends the facts here, and others follow.",
    fix: "Take that line out.",
  },
  NON_STRING_KEY: {
    message: "A fact needs a plain name before its colon.",
    fix: "Write it as in title: a few words.",
  },
  TAB_AS_INDENT: {
    message: "Lines are set in with spaces, not with a tab.",
    fix: "Put spaces in the place of the tab.",
  },
  UNEXPECTED_TOKEN: { message: "Something stands here that does not belong.", fix: quotes },
};

const aName = /[A-Za-z][\w-]*/y;

export function explainYaml({ code, pos }: YAMLError, yaml: string): Explanation {
  const told = explained[code] ?? {
    message: "This line cannot be read as `name: value`.",
    fix: quotes,
  };
  aName.lastIndex = pos[0];
  const name = code === "DUPLICATE_KEY" ? aName.exec(yaml)?.[0] : undefined;
  return name === undefined ? told : { ...told, message: `\`${name}\` stands twice.` };
}
