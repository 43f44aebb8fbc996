package no.rodtraad.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody sees in the terminal when a command to the archive cannot be carried out. */
@ExtendWith(OutputCaptureExtension.class)
class ArchiveAtStartTest {

    @Test
    void sayingWhereToSendRecordsThatNobodyTakesStopsTheStartWithASentence(CapturedOutput terminal) {
        assertThatThrownBy(() -> starts("--rodtraad.archive.replay=telefaks")).isInstanceOf(ReplayRefused.class);

        assertThat(terminal)
                .contains("Arkivet «telefaks» finnes ikke i denne installasjonen.")
                .contains("Start uten rodtraad.archive.replay, eller rett det som mangler. Ingenting er sendt.")
                .doesNotContain("\tat no.rodtraad");
    }

    @Test
    void aDamagedFileStopsTheStartAndSaysWhichOne(CapturedOutput terminal) {
        assertThatThrownBy(() -> starts("--rodtraad.archive.check=true")).isInstanceOf(ArchiveDamaged.class);

        assertThat(terminal)
                .contains("Arkivmappen er ikke som den skal være:")
                .contains("Fil 01 i eksempelvik/2026-0001/001-D01 er borte.")
                .contains("Legg hele filer på plass og kontroller igjen.")
                .doesNotContain("\tat no.rodtraad");
    }

    private static void starts(String command) {
        new SpringApplicationBuilder(Context.class)
                .web(WebApplicationType.NONE)
                .run(command, "--spring.datasource.url=jdbc:postgresql:nowhere");
    }

    @Configuration(proxyBeanMethods = false)
    static class Context {

        @Bean
        ReplayAtStart replayAtStart(@Value("${rodtraad.archive.replay:}") String adapter) {
            ArchiveAdapters adapters = new ArchiveAdapters(
                    InMemoryCase.provider(new FolderAdapter()), (tenant, capability) -> FolderAdapter.ID);
            return new ReplayAtStart(
                    new ReplayArchive(Mockito.mock(JdbcClient.class), Mockito.mock(FolderArchive.class), adapters),
                    adapter);
        }

        @Bean
        CheckAtStart checkAtStart(@Value("${rodtraad.archive.check:false}") boolean wanted) {
            ArchiveCheck check = Mockito.mock(ArchiveCheck.class);
            Mockito.when(check.ofAll())
                    .thenReturn(
                            new ArchiveCheck.Result(1, List.of("Fil 01 i eksempelvik/2026-0001/001-D01 er borte.")));
            return new CheckAtStart(check, wanted);
        }
    }
}
