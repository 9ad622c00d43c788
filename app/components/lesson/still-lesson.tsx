/**
 * On the server most of a lesson is the same for every reader: its paragraphs, lists and models.
 * They are rendered once, when they are first asked for, and from then on copied into the page; what
 * depends on the reader (a check, a goal) is rendered each time. The HTML is the same to the byte, so
 * that the browser takes it over as if it had been rendered whole.
 */
import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import { renderToString } from "react-dom/server";
import type { CompiledBody, CompiledLesson, LessonComponents } from "./compiled-lesson";

/**
 * A component that shows nothing but its properties: it asks no hook and no context, so that it can
 * be called once for everybody.
 */
export type PlainComponent = (props: never) => ReactNode;

type WithChildren = ReactElement<{ readonly children?: ReactNode }>;

function isElement(node: ReactNode): node is WithChildren {
  return isValidElement(node);
}

function isList(node: ReactNode): node is ReactNode[] {
  return Array.isArray(node);
}

function childrenOf({ props: { children } }: WithChildren): readonly ReactNode[] {
  if (children === undefined) return [];
  return isList(children) ? children : [children];
}

/** With the output of plain components in their place, all the way down. */
function written(node: ReactNode, plain: ReadonlySet<unknown>): ReactNode {
  if (isList(node)) return node.map((child) => written(child, plain));
  if (!isElement(node)) return node;
  if (plain.has(node.type)) {
    const component = node.type as unknown as (props: object) => ReactNode;
    return written(component(node.props), plain);
  }
  const children = childrenOf(node);
  if (children.length === 0) return node;
  return cloneElement(node, undefined, ...children.map((child) => written(child, plain)));
}

/** Nothing of it is a component's. */
function isStill(node: ReactNode): boolean {
  if (isList(node)) return node.every(isStill);
  if (!isElement(node)) return true;
  const isOwn = typeof node.type !== "string" && node.type !== Fragment;
  return !isOwn && childrenOf(node).every(isStill);
}

function still(node: ReactNode): ReactNode {
  if (isList(node)) return node.map(still);
  if (!isElement(node)) return node;
  const children = childrenOf(node);
  if (children.length === 0) return node;
  if (typeof node.type !== "string" || !children.every(isStill)) {
    return cloneElement(node, undefined, ...children.map(still));
  }
  const __html = renderToString(createElement(Fragment, null, ...children));
  const attributes = { ...node.props, children: undefined };
  return createElement(node.type, { ...attributes, dangerouslySetInnerHTML: { __html } });
}

const known = new WeakMap<CompiledBody, WeakMap<LessonComponents, ReactNode>>();

/** The same lesson, with what never changes, `plain` components included, rendered once for each set of components. */
export function stillLesson(
  body: CompiledBody,
  components: LessonComponents,
  plain: ReadonlySet<PlainComponent> = new Set(),
): CompiledLesson {
  const trees = known.get(body) ?? new WeakMap<LessonComponents, ReactNode>();
  known.set(body, trees);
  const compiled = body as (props: { readonly components: object }) => ReactNode;
  return function StillLesson() {
    const tree = trees.get(components) ?? still(written(compiled({ components }), plain));
    trees.set(components, tree);
    return tree;
  };
}
