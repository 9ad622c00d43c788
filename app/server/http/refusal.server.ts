/** A plain page for a request that is refused before the application sees it. */
import type { Response } from "express";

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function refuse(response: Response, status: number, title: string, sentence: string): void {
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type("html")
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escapeHtml(title)} · Rapport</title>` +
        `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p>` +
        `<p><a href="/">Go to your home page</a></p></main></html>`,
    );
}
