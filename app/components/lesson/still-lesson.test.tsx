import { createElement, useId, type ComponentType, type ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import type { CompiledBody, LessonComponents } from "./compiled-lesson";
import { stillLesson } from "./still-lesson";

function Box({ children }: { readonly children?: ReactNode }) {
  return createElement("section", { id: useId() }, children);
}

let rendered = 0;
/** As MDX compiles a lesson. */
const lesson = (({ components = {} }) => {
  rendered += 1;
  const own = components as Readonly<Record<string, ComponentType<{ children?: ReactNode }>>>;
  const Boxed = own["Box"] ?? "div";
  return jsxs(Fragment, {
    children: [
      jsx("h2", { id: "a", children: "Tea & <biscuits>" }),
      "\n",
      jsxs("p", { children: ["One ", jsx("strong", { children: "two" }), " three", " four"] }),
      jsxs(Boxed, {
        children: [
          jsx("ul", { children: jsx("li", { children: "In a box" }) }),
          jsx("div", { children: jsx(Boxed, { children: "Deep" }) }),
          jsx("hr", {}),
        ],
      }),
    ],
  });
}) as CompiledBody;

const html = (of: CompiledBody, components: LessonComponents) =>
  renderToString(createElement(of, { components }));
const stillHtml = (components: LessonComponents) =>
  renderToString(createElement(stillLesson(lesson, components)));

test("what is rendered once is the same to the byte, ids of components included", () => {
  const components = { Box };
  expect(stillHtml(components)).toBe(html(lesson, components));
});

test("a lesson is put together once for a set of components, however often it is shown", () => {
  const components = { Box };
  stillHtml(components);
  const before = rendered;
  stillHtml(components);
  expect(rendered).toBe(before);
});

test("a component is rendered for each reader anew", () => {
  let reader = "Ana";
  const components = { Box: () => createElement("b", null, reader) };
  expect(stillHtml(components)).toContain("Ana");
  reader = "Ben";
  expect(stillHtml(components)).toContain("Ben");
});

test("a plain component is rendered once as well, and what is around it keeps its ids", () => {
  let asked = 0;
  const Frame = ({ children }: { readonly children?: ReactNode }) => {
    asked += 1;
    return createElement("figure", { title: "Framed" }, createElement("hr"), children, "after");
  };
  const body = (({ components = {} }) => {
    const own = components as Readonly<Record<string, ComponentType<{ children?: ReactNode }>>>;
    const [Framed = "div", Boxed = "div"] = [own["Frame"], own["Box"]];
    return jsxs(Fragment, {
      children: [
        jsxs(Framed, { children: ["Tea", " & ", jsx(Framed, { children: "biscuits" })] }),
        jsx(Framed, { children: jsx(Boxed, { children: jsx(Framed, { children: "Deep" }) }) }),
        jsx(Boxed, { children: "Last" }),
      ],
    });
  }) as CompiledBody;
  const components = { Box, Frame };
  const whole = html(body, components);
  const shown = () =>
    renderToString(createElement(stillLesson(body, components, new Set([Frame]))));
  expect(shown()).toBe(whole);
  const before = asked;
  expect(shown()).toBe(whole);
  expect(asked).toBe(before);
});
