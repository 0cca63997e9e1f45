namespace CommonLanguage.Tests.Rig;

/// <summary>Definitions whose comparison leaves no doubt: tests of the engine are not tests of the comparison.</summary>
static class Definitions
{
    public const string InFourHours = "A disturbance that the supplier must resolve within 4 hours of the report by the customer.";

    /// <summary>In serious conflict with the first.</summary>
    public const string InTwoDays = "A disturbance that the supplier must resolve within 2 days of the report by the customer.";

    /// <summary>In serious conflict with both.</summary>
    public const string InNineWeeks = "A disturbance that the supplier must resolve within 9 weeks of the report by the customer.";

    /// <summary>The first, in another dress.</summary>
    public const string InFourHoursDressed = "a disturbance, that the Supplier must resolve within 4 hours of the report by the customer";
}
