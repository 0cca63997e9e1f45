using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Options that take a number within a range.</summary>
static class NumberOption
{
    /// <summary>An option for a whole number.</summary>
    public static Option<int> Whole(string name, string helpName, string description, int standard, int least, int most) =>
        Of(name, helpName, description, standard, least, most, NumberStyles.None, "a whole number");

    /// <summary>An option for a whole number from 1 that must be given.</summary>
    public static Option<int> Required(string name, string helpName, string description)
    {
        var option = Of(name, helpName, description, 0, 1, int.MaxValue, NumberStyles.None, "a whole number");
        option.DefaultValueFactory = null;
        option.Required = true;
        return option;
    }

    /// <summary>An option for a number with a decimal point.</summary>
    public static Option<double> Decimal(string name, string helpName, string description, double standard, double least, double most) =>
        Of(name, helpName, description, standard, least, most, NumberStyles.AllowDecimalPoint, "a number");

    static Option<T> Of<T>(string name, string helpName, string description, T standard, T least, T most, NumberStyles styles, string what)
        where T : struct, INumber<T> => new(name)
        {
            HelpName = helpName,
            Description = description,
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                if (T.TryParse(result.Tokens[0].Value, styles, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                    return value;
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes {what} from {least} to {most}, not '{result.Tokens[0].Value}'."));
                return standard;
            },
        };
}
