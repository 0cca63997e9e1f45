using MudBlazor;

namespace CommonLanguage.Server.Web.Layout;

/// <summary>What the component library is told: the fonts of the reader's system. Colours stand in desk.css, for light and dark.</summary>
static class DeskTheme
{
    static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"];

    public static readonly MudTheme Instance = new()
    {
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.95rem", TextTransform = "none", FontWeight = "600" },
        },
        LayoutProperties = new() { DefaultBorderRadius = "8px" },
    };
}
