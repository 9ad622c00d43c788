import { createContext } from "react";

/** The nonce of the response being rendered; empty in the browser, which has already applied it. */
export const NonceContext = createContext("");
