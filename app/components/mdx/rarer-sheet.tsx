import stylesheet from "./rarer.css?url";

/**
 * In front of what it dresses: a browser shows nothing that comes after it before it is there, with
 * script or without.
 */
export function RarerSheet() {
  return <link rel="stylesheet" href={stylesheet} />;
}

/** Where script brings the components, their sheet comes first. */
export function rarerSheet(): Promise<void> {
  const known = document.querySelector(`link[href="${stylesheet}"]`);
  if (known !== null) return Promise.resolve();
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: stylesheet });
  return new Promise((resolve) => {
    // Undressed they still work.
    link.onload = link.onerror = () => {
      resolve();
    };
    document.head.append(link);
  });
}
