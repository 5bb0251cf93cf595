/** Light, dark, or as the system says; remembered by the browser. Swagger UI reads the class `dark-mode`. */
const system = matchMedia("(prefers-color-scheme: dark)");
const ORDER = ["system", "light", "dark"];

function remembered() {
  try {
    const theme = localStorage.getItem("forecourt-theme");
    return ORDER.includes(theme) ? theme : "system";
  } catch {
    return "system"; // storage is off
  }
}

function apply(theme, button) {
  const root = document.documentElement;
  if (theme === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
  root.classList.toggle("dark-mode", theme === "dark" || (theme === "system" && system.matches));
  button.textContent = { system: "◐ Auto", light: "☀ Light", dark: "☾ Dark" }[theme];
  button.setAttribute("aria-label", `Theme: ${theme}. Switch to ${ORDER[(ORDER.indexOf(theme) + 1) % 3]}`);
}

export function themeSwitch(button) {
  let theme = remembered();
  apply(theme, button);
  system.addEventListener("change", () => apply(theme, button));
  button.addEventListener("click", () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % 3];
    try {
      localStorage.setItem("forecourt-theme", theme);
    } catch {
      // it lasts as long as the page
    }
    apply(theme, button);
  });
}
