export function Footer() {
  return (
    <footer className="screen-only border-t border-line text-sm text-ink-soft">
      <p className="mx-auto max-w-page px-4 py-5 sm:px-6">
        Practice here is private: nobody sees it but you, unless you share it.
      </p>
    </footer>
  );
}
