namespace CommonLanguage.Tests.Faults;

/// <summary>
/// Everything since the last fsync is gone, or half gone with a torn sector (fault F5). With synchronous=NORMAL the same test must find
/// lost edits: a test that cannot see the loss would prove nothing.
/// </summary>
public sealed class PowerLossTests
{
    [FaultDiskFact]
    public async Task A_power_loss_loses_no_acknowledged_edit()
    {
        var rounds = Rounds.Of(few: 5, full: 200);
        var (acknowledged, lost) = await LoseAsync(rounds, "full");
        Assert.Equal(0, lost);
        Rounds.Report("F5", $"power loss at {rounds} points, synchronous=FULL", $"{acknowledged} acknowledged, 0 lost");
    }

    [FaultDiskFact]
    public async Task The_same_power_loss_is_seen_to_lose_edits_when_commits_do_not_wait_for_the_disk()
    {
        var rounds = Rounds.Of(few: 3, full: 60);
        var (acknowledged, lost) = await LoseAsync(rounds, "normal");
        Assert.True(lost > 0, $"None of {acknowledged} edits was lost in {rounds} rounds without fsync: the test cannot see a loss.");
        Rounds.Report("F5", $"negative control: {rounds} points, synchronous=NORMAL", $"{acknowledged} acknowledged, lost in {lost} rounds");
    }

    /// <summary>How many edits were acknowledged, and in how many rounds some were lost.</summary>
    static async Task<(int Acknowledged, int RoundsWithLoss)> LoseAsync(int rounds, string mode)
    {
        using var folder = new Folder();
        var (acknowledged, lost) = (0, 0);
        var data = folder.Sub("data0");
        for (var seed = 1; seed <= rounds; seed++)
        {
            using var disk = new FaultDisk(folder.Sub("disk")) { CanLosePower = true };
            await using var worker = Worker.Start(data, seed, mode, disk);
            _ = await worker.WaitForAsync("ready");
            await worker.SendAsync($"edit {Worker.Lanes}");
            _ = await worker.WaitForAsync("ack");
            await Task.Delay(new Random(seed).Next(0, 500));
            await worker.KillAsync();
            var left = folder.Sub($"data{seed}");
            disk.LosePower(data, left, seed);
            Directory.Delete(data, recursive: true);
            acknowledged += worker.Acknowledged.Count;
            data = left;
            if (await LossAsync(data, seed, worker) == 0)
                continue;
            lost++;
            data = folder.Sub($"data{seed}-anew");
        }

        return (acknowledged, lost);
    }

    /// <summary>A store that refuses to start because changes are missing has lost them as well.</summary>
    static async Task<int> LossAsync(string data, int seed, Worker worker)
    {
        try
        {
            return await Proof.OfAsync(data, seed, worker.Acknowledged);
        }
        catch (Glossary.RefusalException refusal) when (refusal.Reason == Glossary.ErrorReason.StorageDamaged)
        {
            return 1;
        }
    }
}
